import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideEligibility, entrustFiles, labelFiles } from '@/lib/applications/commands/examine';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { instructors, intakeCall, intakeCounts, intakeFile, intakeRows } from '@/lib/applications/queries/intake';
import { countingQueries, db, disconnect } from '@/lib/db';
import { verifyLedger } from '@/lib/ledger';
import type { PersonViewer, RoleKind } from '@/lib/viewer';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

let callId = '';
let files: string[] = [];
const viewers: Partial<Record<RoleKind | 'nobody', PersonViewer>> = {};
const as = (kind: RoleKind | 'nobody') => viewers[kind] as PersonViewer;
const all = IntakeFilters.parse({});

async function addViewer(kind: RoleKind | 'nobody') {
  const person = await db.person.create({
    data: { name: `Personne ${kind}`, slug: kind, email: `${kind}@test.invalid` },
  });
  if (kind !== 'nobody') await db.roleAssignment.create({ data: { personId: person.id, kind } });
  const roles = kind === 'nobody' ? [] : [{ kind, cohortId: null, challengeId: null }];
  viewers[kind] = {
    kind: 'person',
    id: person.id,
    name: person.name,
    email: person.email ?? '',
    locale: 'fr',
    theme: 'system',
    roles,
    organisationIds: [],
  };
}

beforeAll(async () => {
  for (const kind of ['coordinator', 'coach', 'juror', 'applicant', 'nobody'] as const) await addViewer(kind);
  const cohort = await db.cohort.create({ data: { slug: 'c', number: '7', name: 'Promotion 7' } });
  const call = await db.call.create({
    data: {
      slug: 'appel',
      cohortId: cohort.id,
      title: 'Appel',
      opensAt: new Date(0),
      closesAt: new Date(1),
      publishedAt: new Date(0),
    },
  });
  const form = await db.formVersion.create({ data: { callId: call.id, number: 1, definition: {} } });
  callId = call.id;
  const add = (title: string, state: 'draft' | 'submitted', answers = {}) =>
    db.application.create({
      data: {
        callId,
        formVersionId: form.id,
        ownerId: as('applicant').id,
        title,
        organisationName: 'Direction des affaires maritimes',
        state,
        answers,
        reference: state === 'draft' ? null : `P-${title}`,
        submittedAt: new Date(),
      },
      select: { id: true },
    });
  const made = [
    await add('Marées vertes', 'submitted', { coFunding: true, profiles: [{ profile: 'designer' }] }),
    await add('Évasion', 'submitted', { coFunding: false }),
    await add('Troisième', 'submitted'),
    await add('Brouillon', 'draft'),
  ];
  files = made.map(({ id }) => id);
});

describe('the intake board', () => {
  it('is the coordination’s alone: everyone else gets what a missing call gives', async () => {
    for (const kind of ['coach', 'juror', 'applicant', 'nobody'] as const) {
      expect(await intakeCall(as(kind), 'appel')).toBeNull();
      expect(await intakeRows(as(kind), callId, all)).toEqual([]);
      expect(await intakeCounts(as(kind), callId, all)).toEqual({ found: 0, drafts: 0, states: {} });
      expect(await instructors(as(kind), callId)).toEqual([]);
      expect(await intakeFile(as(kind), files[0] ?? '')).toBeNull();
      expect(await decideEligibility(as(kind), { ids: files, after: 'eligible', reason: 'Parce que' })).toMatchObject({
        ok: false,
        reason: 'not_allowed',
      });
    }
    expect(await intakeCall({ kind: 'visitor' }, 'appel')).toBeNull();
  });

  it('leaves drafts to those who write them', async () => {
    const counts = await intakeCounts(as('coordinator'), callId, all);
    expect(counts).toEqual({ found: 3, drafts: 1, states: { submitted: 3 } });
    expect(await intakeFile(as('coordinator'), files[3] ?? '')).toBeNull();
  });

  it.each([
    [{ q: 'maree' }, ['Marées vertes']],
    [{ q: 'MARITIMES evasion' }, ['Évasion']],
    [{ q: '100%_' }, []],
    [{ coFunding: 'yes' }, ['Marées vertes']],
    [{ coFunding: 'no' }, ['Évasion']],
    [{ state: 'eligible' }, []],
    [{ instructor: 'none', sort: 'title' }, ['Marées vertes', 'Troisième', 'Évasion']],
  ])('finds by %j', async (filters, titles) => {
    const given = IntakeFilters.parse(filters);
    const found = await intakeRows(as('coordinator'), callId, given);
    expect(found.map(({ title }) => title).sort()).toEqual([...titles].sort());
    expect((await intakeCounts(as('coordinator'), callId, given)).found).toBe(titles.length);
  });

  it('asks as many questions of the database for three files as for one', async () => {
    const read = async (filters: object) => {
      const given = IntakeFilters.parse(filters);
      return countingQueries(() =>
        Promise.all([
          intakeRows(as('coordinator'), callId, given),
          intakeCounts(as('coordinator'), callId, given),
          instructors(as('coordinator'), callId),
        ]),
      );
    };
    const [one, three] = [await read({ q: 'maree' }), await read({})];
    expect([one.value[0].length, three.value[0].length]).toEqual([1, 3]);
    expect([one.queries, three.queries]).toEqual([3, 3]);
  });
});

describe('examining', () => {
  it('finds files eligible with one reason, leaves the others as they are, and can be undone', async () => {
    const found = await decideEligibility(as('coordinator'), { ids: files, after: 'eligible', reason: 'Complet' });
    expect(found).toEqual({ ok: true, value: { changed: 3, left: 1 } });
    expect(
      await decideEligibility(as('coordinator'), { ids: files, after: 'eligible', reason: 'Complet' }),
    ).toMatchObject({ ok: false, reason: 'nothing_to_change' });
    await decideEligibility(as('coordinator'), { ids: files.slice(0, 1), after: 'submitted', reason: 'Trop tôt' });
    const file = await intakeFile(as('coordinator'), files[0] ?? '');
    expect(file?.state).toBe('submitted');
    expect(file?.decisions.map(({ before, after, by }) => [before, after, by])).toEqual([
      ['eligible', 'submitted', 'Personne coordinator'],
      ['submitted', 'eligible', 'Personne coordinator'],
    ]);
  });

  it('decides once when two decide at the same moment', async () => {
    const decide = () =>
      decideEligibility(as('coordinator'), { ids: files.slice(0, 1), after: 'ineligible', reason: 'Hors sujet' });
    const results = await Promise.all([decide(), decide(), decide(), decide()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('changes nothing once results are published', async () => {
    await db.call.update({ where: { id: callId }, data: { resultsPublishedAt: new Date() } });
    expect(
      await decideEligibility(as('coordinator'), { ids: files, after: 'submitted', reason: 'Erreur' }),
    ).toMatchObject({ reason: 'nothing_to_change' });
    await db.call.update({ where: { id: callId }, data: { resultsPublishedAt: null } });
  });

  it('entrusts files to the team only', async () => {
    expect(await entrustFiles(as('coordinator'), { ids: files, instructorId: as('juror').id })).toMatchObject({
      reason: 'unknown_person',
    });
    expect(await entrustFiles(as('coordinator'), { ids: files, instructorId: as('coach').id })).toEqual({
      ok: true,
      value: { changed: 3, left: 1 },
    });
    expect((await instructors(as('coordinator'), callId)).find(({ id }) => id === as('coach').id)?.load).toBe(3);
  });

  it('labels once, and takes labels off', async () => {
    const label = (remove: boolean) => labelFiles(as('coordinator'), { ids: files, label: 'à relire', remove });
    expect(await label(false)).toMatchObject({ value: { changed: 3 } });
    expect(await label(false)).toMatchObject({ value: { changed: 0 } });
    expect(await label(true)).toMatchObject({ value: { changed: 3 } });
  });

  it('leaves a chain of events that holds', async () => {
    expect(await verifyLedger()).not.toHaveProperty('broken');
  });
});
