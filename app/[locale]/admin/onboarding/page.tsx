import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { BlockedLines } from '@/components/onboarding/blocked-lines';
import { GiveList } from '@/components/onboarding/give-list';
import { ProgressExport, ProgressLinks } from '@/components/onboarding/progress-actions';
import { ProgressFilters } from '@/components/onboarding/progress-filters';
import { ProgressTable } from '@/components/onboarding/progress-table';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import {
  blockedLines,
  challengesWithoutList,
  followedCohorts,
  mayFollow,
  progressOf,
} from '@/lib/onboarding/queries/progress';
import { templates } from '@/lib/onboarding/queries/templates';
import { inLanguage } from '@/lib/onboarding/schema';
import { chosenList } from '@/lib/onboarding/templates';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding'))('progress.title') };
}

export default async function ProgressPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/onboarding');
  if (!mayFollow(viewer)) notFound();
  const [query, today] = [await searchParams, dayOf(systemClock())];
  const t = await getTranslations('onboarding.progress');
  const cohorts = await followedCohorts(viewer);
  const cohort = cohorts.find((one) => one.slug === query.cohort) ?? cohorts[0];
  const published = (await templates(viewer)).filter((one) => one.published !== null);
  const list = chosenList(query.list, cohort?.lists ?? [], published);
  const at = cohort && { cohortId: cohort.id, templateKey: list.key };
  const [progress, blocked, without] = await Promise.all([
    at ? progressOf(viewer, at, today) : null,
    at ? blockedLines(viewer, at) : [],
    challengesWithoutList(viewer, list.key, today),
  ]);
  const title = inLanguage(list.title, await getLocale());
  return (
    <Page
      title={t('title')}
      home="coordination"
      lead={t('lead')}
      width="wide"
      actions={<ProgressExport cohort={cohort?.slug} list={list.key} />}
    >
      <ProgressLinks viewer={viewer} list={list.key} />
      <ProgressFilters cohorts={cohorts} cohort={cohort?.slug} list={list.key} published={published} />
      <ProgressTable progress={progress} list={list.key} listTitle={title} cohort={cohort?.name ?? ''} />
      <BlockedLines lines={blocked} />
      <GiveList challenges={without} list={list.key} title={title} />
    </Page>
  );
}
