import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareAgain, judgeSimilar } from '@/lib/applications/commands/similar';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { compareFiles } from '@/lib/applications/jobs/compare';
import { intakeRows } from '@/lib/applications/queries/intake';
import { similarOf } from '@/lib/applications/queries/similar';
import { db, disconnect } from '@/lib/db';
import { type PersonViewer, system } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeOrganisation, makePerson, makeViewer } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const TIDES = `Les mareyeurs ignorent la veille encore à quelle heure les bateaux pourront accoster. Les bulletins de hauteur
d’eau arrivent par télécopie, sont recopiés à la main, et les prévisions de houle ne tiennent pas compte des chenaux ensablés.
Nous voulons croiser les mesures des marégraphes, la bathymétrie et les annonces d’escale pour donner une heure sûre.`;
const SCHOOL = `Les cantines scolaires jettent un tiers des repas préparés. Les inscriptions sont tenues sur des cahiers, et les
commandes passées dix jours plus tôt. Un outil de prévision des effectifs éviterait ce gaspillage alimentaire.`;
const PRISON = `Les greffes pénitentiaires calculent à la main les reliquats de peine et les réductions. Les erreurs de
computation exposent à des détentions arbitraires ; un moteur de règles vérifiable assisterait les agents.`;
const clock = () => new Date('2022-04-01T10:00:00Z');

let coordinator: PersonViewer;
const ids: Record<string, string> = {};

async function addFile(
  key: string,
  callId: string,
  formVersionId: string,
  given: { title: string; text: string; organisationId?: string },
) {
  const answers = { projectName: given.title, problem: given.text };
  const owner = await makePerson(db);
  const { id } = await db.application.create({
    data: {
      callId,
      formVersionId,
      ownerId: owner.id,
      organisationId: given.organisationId,
      title: given.title,
      state: 'submitted',
      answers,
      reference: key,
      submittedAt: new Date('2022-03-10T10:00:00Z'),
      submissions: {
        create: {
          number: 1,
          formVersionId,
          answers,
          digest: '',
          idempotencyKey: key,
          receivedAt: new Date('2022-03-10T10:00:00Z'),
          byId: owner.id,
        },
      },
    },
  });
  ids[key] = id;
}

beforeAll(async () => {
  coordinator = await makeViewer(db, 'coordinator');
  const [before, now] = [await makeCall(db, { title: 'Appel 2021' }), await makeCall(db, { title: 'Appel 2022' })];
  const port = await makeOrganisation(db, { name: 'Grand port' });
  const cohort = await makeCohort(db);
  await addFile('OLD', before.id, before.formVersionId, {
    title: 'Accoster à l’heure',
    text: TIDES,
    organisationId: port.id,
  });
  await addFile('SAME', now.id, now.formVersionId, {
    title: 'Une escale plus sûre',
    text: TIDES,
    organisationId: port.id,
  });
  await addFile('TITLE', now.id, now.formVersionId, { title: 'Accoster à l’heure juste', text: SCHOOL });
  await addFile('ALONE', now.id, now.formVersionId, { title: 'Compter les peines', text: PRISON });
  const challenges = [
    ['cantines', 'Assiettes pleines', SCHOOL],
    [
      'other',
      'Cartographier les forêts',
      'Les forestiers relèvent à pied les parcelles brûlées ; des images satellites aideraient à replanter les essences adaptées.',
    ],
  ] as const;
  for (const [slug, title, body] of challenges) {
    const { id } = await db.challenge.create({ data: { slug, title, body, cohortId: cohort.id, published: true } });
    ids[slug] = id;
  }
  expect(await compareFiles(system('comparisons'), clock, 50)).toBe(4);
});

async function shownOnBoard(key: string): Promise<number | undefined> {
  const { callId } = await db.application.findUniqueOrThrow({ where: { id: ids[key]! }, select: { callId: true } });
  return (await intakeRows(coordinator, callId, IntakeFilters.parse({}))).find(({ id }) => id === ids[key])?.similar;
}

describe('similar projects', () => {
  it('are found by the text under another title, by the title over another text, and among challenges', async () => {
    const found = async (key: string) =>
      (await similarOf(coordinator, ids[key]!)).map((one) => [one.otherId, one.kind]);
    expect(await found('SAME')).toEqual([[ids.OLD, 'application']]);
    const title = await found('TITLE');
    expect(title).toContainEqual([ids.OLD, 'application']);
    expect(title).toContainEqual([ids.cantines, 'challenge']);
    expect(await found('ALONE')).toEqual([]);
  });

  it('lead to the challenge’s page, and see each other from both sides', async () => {
    const [challenge] = (await similarOf(coordinator, ids.TITLE!)).filter(({ kind }) => kind === 'challenge');
    expect(challenge).toMatchObject({ challengeSlug: 'cantines', published: true, title: 'Assiettes pleines' });
    expect((await similarOf(coordinator, ids.OLD!)).map(({ otherId }) => otherId)).toContain(ids.SAME);
  });

  it('a judgement holds on both sides and outlives a new comparison', async () => {
    const [pair] = await similarOf(coordinator, ids.SAME!);
    expect(await judgeSimilar(coordinator, { similarId: pair!.id, verdict: 'same' }, clock)).toMatchObject({
      ok: true,
    });
    const mirror = (await similarOf(coordinator, ids.OLD!)).find(({ otherId }) => otherId === ids.SAME);
    expect(mirror).toMatchObject({ verdict: 'same', judge: coordinator.name });
    await db.submission.updateMany({ where: { applicationId: ids.SAME }, data: { answers: { problem: PRISON } } });
    expect(await compareAgain(coordinator, { applicationId: ids.SAME! })).toMatchObject({ ok: true });
    expect(await compareFiles(system('comparisons'), clock)).toBe(1);
    const after = await similarOf(coordinator, ids.SAME!);
    expect(after[0]).toMatchObject({ otherId: ids.OLD, verdict: 'same' });
    expect(await shownOnBoard('SAME')).toBe(1);
  });

  it('dismissed ones are no longer counted, and can be taken up again', async () => {
    const pair = (await similarOf(coordinator, ids.TITLE!)).find(({ kind }) => kind === 'challenge')!;
    const before = await shownOnBoard('TITLE');
    await judgeSimilar(coordinator, { similarId: pair.id, verdict: 'different' }, clock);
    expect(await shownOnBoard('TITLE')).toBe((before ?? 0) - 1);
    await judgeSimilar(coordinator, { similarId: pair.id, verdict: 'undecided' }, clock);
    expect(await shownOnBoard('TITLE')).toBe(before);
  });

  it('are compared once a sending, by the job alone, and seen by the coordination alone', async () => {
    expect(await compareFiles(system('comparisons'), clock)).toBe(0);
    expect(await compareFiles(coordinator, clock)).toBe(0);
    const juror = await makeViewer(db, 'juror');
    const [pair] = await similarOf(coordinator, ids.SAME!);
    expect(await similarOf(juror, ids.SAME!)).toEqual([]);
    expect(await judgeSimilar(juror, { similarId: pair!.id, verdict: 'different' }, clock)).toMatchObject({
      reason: 'not_found',
    });
    expect(await compareAgain(juror, { applicationId: ids.SAME! })).toMatchObject({ reason: 'not_found' });
  });
});
