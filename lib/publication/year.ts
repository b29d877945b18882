import type { CohortOverview } from '@/lib/publication/queries/overview';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export const STAGES = ['call', 'intake', 'jury', 'challenges', 'welcome', 'support', 'money'] as const;
export type StageKey = (typeof STAGES)[number];
export type StageTime = 'past' | 'now' | 'future';
export type StageInTime = { key: StageKey; time: StageTime; href: string };

const after = (date: Date | null, now: Date) => date !== null && date.getTime() <= now.getTime();

/** Where each stage of a cohort's year is in time. A stage is under way from the end of the one before it to its own end. */
export function stagesOf(cohort: CohortOverview, now: Date): StageInTime[] {
  const call = cohort.callSlug;
  const closed = after(cohort.closesAt, now);
  const published = after(cohort.resultsAt, now) || (cohort.challenges > 0 && !call);
  const ended = after(cohort.endsOn, now);
  const time = (begun: boolean, over: boolean): StageTime => (over ? 'past' : begun ? 'now' : 'future');
  const chosen = published || cohort.challenges > 0;
  return [
    {
      key: 'call',
      time: time(after(cohort.opensAt, now), closed || !call),
      href: call ? `/admin/calls/${call}` : '/admin/calls',
    },
    {
      key: 'intake',
      time: time(cohort.received > 0, (closed && cohort.toExamine === 0) || !call),
      href: call ? `/admin/calls/${call}/applications` : '/admin/calls',
    },
    { key: 'jury', time: time(closed, published || !call), href: '/admin/jury' },
    { key: 'challenges', time: time(chosen, ended), href: `/admin/challenges?cohort=${cohort.slug}` },
    { key: 'welcome', time: time(chosen, ended), href: `/admin/onboarding?cohort=${cohort.slug}` },
    { key: 'support', time: time(chosen, ended), href: '/admin/obstacles' },
    { key: 'money', time: time(chosen, ended), href: `/admin/funding/${cohort.slug}` },
  ];
}

/** The stages a member of the team may open, and where: communication reads what the public reads, and follows arrivals. */
export function stagesFor(viewer: Viewer, cohort: CohortOverview, now: Date): StageInTime[] {
  const stages = stagesOf(cohort, now);
  if (isCoordinator(viewer)) return stages;
  const open: Partial<Record<StageKey, string>> = {
    call: cohort.callSlug ? `/calls/${cohort.callSlug}` : '/calls',
    challenges: `/challenges?cohort=${cohort.slug}`,
    welcome: `/admin/onboarding?cohort=${cohort.slug}`,
  };
  return stages.flatMap((stage) => {
    const href = open[stage.key];
    return href ? [{ ...stage, href }] : [];
  });
}

/** The cohort one means without saying: the newest whose year has begun and is not over, else the newest. */
export function currentCohort(
  cohorts: CohortOverview[],
  slug: string | undefined,
  now: Date,
): CohortOverview | undefined {
  return (
    cohorts.find((cohort) => cohort.slug === slug) ??
    cohorts.find((cohort) => stagesOf(cohort, now).some(({ key, time }) => key !== 'call' && time === 'now')) ??
    cohorts[0]
  );
}
