import { describe, expect, it } from 'vitest';
import type { CohortOverview } from '@/lib/publication/queries/overview';
import { currentCohort, stagesFor, stagesOf } from '@/lib/publication/year';
import { viewerOf } from '@/prisma/factories/people';

const now = new Date('2026-11-22T12:00:00Z');
const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000);
const cohort = (given: Partial<CohortOverview>): CohortOverview => ({
  slug: 'x',
  name: 'X',
  colour: 0,
  callSlug: 'appel',
  callTitle: 'Appel',
  opensAt: day(-30),
  closesAt: day(10),
  resultsAt: null,
  drafts: 0,
  received: 0,
  toExamine: 0,
  decided: 0,
  reviews: 0,
  reviewsSent: 0,
  challenges: 0,
  seats: 0,
  fellows: 0,
  openItems: 0,
  lateItems: 0,
  openObstacles: 0,
  fundingCents: 0,
  startsOn: null,
  endsOn: null,
  ...given,
});
const times = (given: Partial<CohortOverview>) =>
  Object.fromEntries(stagesOf(cohort(given), now).map(({ key, time }) => [key, time]));

describe('the stages of a cohort', () => {
  it('are ahead while the call is open', () => {
    expect(times({})).toMatchObject({ call: 'now', intake: 'future', jury: 'future', challenges: 'future' });
  });
  it('come to the jury when the call is closed, with files still to examine', () => {
    expect(times({ closesAt: day(-1), received: 3, toExamine: 2 })).toMatchObject({
      call: 'past',
      intake: 'now',
      jury: 'now',
    });
  });
  it('leave the jury when results are published', () => {
    expect(times({ closesAt: day(-9), resultsAt: day(-1), received: 3, challenges: 2 })).toMatchObject({
      jury: 'past',
      challenges: 'now',
      welcome: 'now',
    });
  });
  it('are over for the archive, call or not', () => {
    expect(
      Object.values(times({ callSlug: null, opensAt: null, closesAt: null, challenges: 9, endsOn: day(-400) })),
    ).toEqual(Array(7).fill('past'));
  });
});

it('opens to communication what it may read, and nothing that would answer "not found"', () => {
  const at = (kind: 'coordinator' | 'communication') =>
    stagesFor(
      viewerOf({ id: '1', name: 'A', email: null }, [{ kind, cohortId: null, challengeId: null }]),
      cohort({}),
      now,
    ).map(({ href }) => href);
  expect(at('coordinator')).toHaveLength(7);
  expect(at('communication')).toEqual(['/calls/appel', '/challenges?cohort=x', '/admin/onboarding?cohort=x']);
});

it('means the newest cohort whose year has begun', () => {
  const open = cohort({ slug: 'open' });
  const atWork = cohort({ slug: 'running', closesAt: day(-60), resultsAt: day(-50), challenges: 3, endsOn: day(90) });
  expect(currentCohort([open, atWork], undefined, now)?.slug).toBe('running');
  expect(currentCohort([open, atWork], 'open', now)?.slug).toBe('open');
  expect(currentCohort([], undefined, now)).toBeUndefined();
});
