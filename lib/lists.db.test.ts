import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { myApplications } from '@/lib/applications/queries';
import { boardDesk } from '@/lib/applications/queries/board';
import { intakeRows } from '@/lib/applications/queries/intake';
import { managedCalls } from '@/lib/calls/queries';
import { ChallengeFilters } from '@/lib/challenges/filters';
import { challengeFacets, listChallenges } from '@/lib/challenges/queries';
import { laureatesWaiting, managedChallenges } from '@/lib/challenges/queries/managed';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { countingQueries, db, disconnect } from '@/lib/db';
import { importRuns } from '@/lib/exchange/queries/runs';
import { cohortFunding } from '@/lib/funding/queries';
import { conflicts, filesWithReaders, seats } from '@/lib/jury/queries/assignment';
import { myFiles } from '@/lib/jury/queries/juror';
import { ranking } from '@/lib/jury/queries/marks';
import { stageDetail, stages } from '@/lib/jury/queries/stages';
import { listsOf } from '@/lib/onboarding/queries/lists';
import { followedCohorts, progressOf } from '@/lib/onboarding/queries/progress';
import { EventFilters } from '@/lib/people/event-filters';
import { listPeople } from '@/lib/people/queries';
import { listEvents } from '@/lib/people/queries/events';
import { managedPeople } from '@/lib/people/queries/managed';
import { managedOrganisations } from '@/lib/people/queries/organisations';
import { PeopleFilters } from '@/lib/people/search';
import { listCohorts } from '@/lib/programme/queries';
import { publicCalls } from '@/lib/publication/queries';
import { openData } from '@/lib/publication/queries/open-data';
import { cohortOverviews } from '@/lib/publication/queries/overview';
import { record } from '@/lib/record';
import { obstaclesFor } from '@/lib/support/queries/obstacles';
import { introductionsOf, skillNotices } from '@/lib/support/queries/people';
import { listResources } from '@/lib/support/queries/resources';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { makeChallenge, makePosition } from '@/prisma/factories/challenges';
import * as jury from '@/prisma/factories/jury';
import { makeOrganisation, makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

/** Every list of the application costs the same number of statements whatever its length (DESIGN, rule 7). */
describe('the statements of a list', () => {
  let team: PersonViewer;
  let me: PersonViewer;
  let on: jury.MadeStage;
  let cohortSlug = '';
  const lists: Record<string, () => Promise<unknown>> = {
    'public challenges': () => listChallenges(visitor, ChallengeFilters.parse({})),
    'filters of challenges': () => challengeFacets(visitor, ChallengeFilters.parse({})),
    'managed challenges': () => managedChallenges(team, { q: '', cohort: '', page: 1 }),
    laureates: () => laureatesWaiting(team),
    'public people': () => listPeople(visitor, PeopleFilters.parse({})),
    'managed people': () => managedPeople(team, { q: '', kind: '', page: 1 }),
    organisations: () => managedOrganisations(team, { q: '', page: 1 }),
    events: () => listEvents(team, EventFilters.parse({})),
    cohorts: () => listCohorts(visitor),
    overviews: () => cohortOverviews(team),
    'public calls': () => publicCalls(visitor),
    'managed calls': () => managedCalls(team),
    'own applications': () => myApplications(me),
    intake: () => intakeRows(team, on.callId, IntakeFilters.parse({})),
    'intake desk': () => boardDesk(team, on.callId, IntakeFilters.parse({}), systemClock),
    stages: () => stages(team),
    jurors: async () => seats(team, (await stageDetail(team, on.id))!),
    'files and readers': async () => filesWithReaders(team, (await stageDetail(team, on.id))!),
    conflicts: async () => conflicts(team, (await stageDetail(team, on.id))!),
    ranking: async () => ranking(team, (await stageDetail(team, on.id))!),
    'files of a juror': () => myFiles(me),
    'arrival lists': () => listsOf(team, dayOf(systemClock())),
    'progress of arrivals': () =>
      progressOf(team, { cohortId: on.cohortId, templateKey: 'arrival' }, dayOf(systemClock())),
    'followed cohorts': () => followedCohorts(team),
    funding: () => cohortFunding(team, cohortSlug),
    obstacles: () => obstaclesFor(team, {}),
    resources: () => listResources(team),
    introductions: () => introductionsOf(me),
    'skills offered': () => skillNotices(team),
    'imports of sites': () => importRuns(team),
    'open data': () => openData(visitor, 'challenges'),
  };

  /** One more of everything that a list shows. */
  async function grow(): Promise<void> {
    await makeOrganisation(db);
    const challenge = await makeChallenge(db, { cohortId: on.cohortId, skills: ['dev'], themes: ['Mer'] });
    await makePosition(db, challenge, { fellow: true, recruitedOn: new Date('2022-07-01') });
    const other = await jury.stage(db);
    await jury.file(db, other, { state: 'selected', ownerId: me.id });
    const file = await jury.file(db, on, {});
    const juror = await jury.juror(db, on);
    await jury.assignment(db, on, juror.id, file);
    await jury.assignment(db, on, me.id, file);
    await db.obstacle.create({
      data: {
        title: 'Port fermé',
        family: 'technical',
        createdBy: me.id,
        cohortId: on.cohortId,
        challengeId: challenge.id,
      },
    });
    await db.resource.create({
      data: { slug: `r-${file}`, title: 'Guide', summary: '', body: '', kind: 'guide', publishedAt: new Date(0) },
    });
    await db.importRun.create({ data: { name: 'site.zip', dialect: 'jekyll-2019', state: 'checked', report: {} } });
    await db.$transaction((tx) => record(tx, team, 'challenge.updated', { kind: 'challenge', id: challenge.id }));
  }

  const counts = new Map<string, number>();
  const countAll = async (): Promise<[string, number][]> => {
    const found: [string, number][] = [];
    for (const [name, read] of Object.entries(lists)) found.push([name, (await countingQueries(read)).queries]);
    return found;
  };
  beforeAll(async () => {
    team = await makeViewer(db, 'coordinator');
    on = await jury.stage(db);
    me = await jury.juror(db, on, { roles: ['juror', 'applicant'] });
    cohortSlug = (await db.cohort.findUniqueOrThrow({ where: { id: on.cohortId } })).slug;
    await grow();
    for (const [name, queries] of await countAll()) counts.set(name, queries);
    await grow();
    await grow();
  });

  test('are as many at three rows as at one, and never more than six', async () => {
    const three = await countAll();
    expect(three).toEqual([...counts]);
    expect(three.filter(([, queries]) => queries > 6)).toEqual([]);
    expect(three.filter(([, queries]) => queries === 0)).toEqual([]);
  });
});
