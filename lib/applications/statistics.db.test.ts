import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callStatistics } from '@/lib/applications/queries/statistics';
import { statisticsCsv } from '@/lib/applications/statistics-csv';
import { formDefinition } from '@/lib/calls/form';
import { countingQueries, db, disconnect } from '@/lib/db';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeOrganisation, makePerson, makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const words = (fr: string, en = fr) => ({ fr, en });
const form = formDefinition.parse({
  sections: [
    {
      id: 'who',
      title: words('Qui', 'Who'),
      fields: [{ type: 'shortText', id: 'name', label: words('Nom'), required: true }],
    },
    {
      id: 'team',
      title: words('Équipe', 'Team'),
      fields: [
        {
          type: 'group',
          id: 'profiles',
          label: words('Profils'),
          rowLabel: words('Profil'),
          min: 1,
          fields: [
            {
              type: 'oneOf',
              id: 'profile',
              label: words('Profil'),
              options: [
                { value: 'dev', label: words('Développement', 'Developer') },
                { value: 'law', label: words('Droit', 'Lawyer') },
              ],
            },
          ],
        },
      ],
    },
  ],
});
const now = new Date('2022-03-10T12:00:00Z');
let call: Awaited<ReturnType<typeof makeCall>>;
let coordinator: PersonViewer;

beforeAll(async () => {
  call = await makeCall(db, {
    form,
    opensAt: new Date('2022-03-01T08:00:00Z'),
    closesAt: new Date('2022-03-18T22:59:00Z'),
  });
  coordinator = await makeViewer(db, 'coordinator');
  const owner = await makePerson(db);
  const town = await makeOrganisation(db, { kind: 'local_authority' });
  const rows = (...values: string[]) => values.map((profile, index) => ({ _key: `r${index}`, profile }));
  const add = async (
    state: 'draft' | 'submitted' | 'selected',
    answers: object,
    at: string,
    organisationId?: string,
  ) => {
    const sent = state !== 'draft';
    const { id } = await db.application.create({
      data: {
        callId: call.id,
        formVersionId: call.formVersionId,
        ownerId: owner.id,
        state,
        answers,
        organisationId,
        createdAt: new Date('2022-03-02T10:00:00Z'),
        submittedAt: sent ? new Date(at) : null,
      },
    });
    if (!sent) return;
    const data = {
      applicationId: id,
      formVersionId: call.formVersionId,
      answers,
      digest: '',
      receivedAt: new Date(at),
      byId: owner.id,
    };
    await db.submission.create({ data: { ...data, number: 1, idempotencyKey: `${id}-1`, inForce: false } });
    const later = new Date(new Date(at).getTime() + 86_400_000);
    await db.submission.create({ data: { ...data, number: 2, idempotencyKey: `${id}-2`, receivedAt: later } });
  };
  await add('draft', {}, '');
  await add('draft', { name: 'A' }, '');
  // 23:30 UTC is already the next day in Paris.
  await add('submitted', { name: 'B', profiles: rows('dev', 'dev'), coFunding: true }, '2022-03-04T23:30:00Z', town.id);
  await add('selected', { name: 'C', profiles: rows('law', 'dev') }, '2022-03-05T10:00:00Z');
});

describe('the statistics of a call', () => {
  it('tell how far files go, section by section', async () => {
    const statistics = await callStatistics(coordinator, call, form, now);
    expect(statistics?.steps.map(({ id, count }) => [id, count])).toEqual([
      ['started', 4],
      ['section:who', 3],
      ['section:team', 2],
      ['submitted', 2],
      ['eligible', 1],
      ['selected', 1],
    ]);
  });

  it('count a file on the day it first came, in the call’s own zone, and every day in between', async () => {
    const days = (await callStatistics(coordinator, call, form, now))?.days ?? [];
    expect(days).toHaveLength(10);
    expect(days.find(({ day }) => day === '2022-03-05')).toMatchObject({ received: 2 });
    expect(days.find(({ day }) => day === '2022-03-06')).toMatchObject({ received: 0 });
    expect(days.find(({ day }) => day === '2022-03-02')).toMatchObject({ started: 4 });
  });

  it('count administrations by kind and seats by profile', async () => {
    const statistics = await callStatistics(coordinator, call, form, now);
    expect(statistics?.kinds).toEqual([
      { kind: 'local_authority', files: 1, coFunded: 1 },
      { kind: 'unknown', files: 1, coFunded: 0 },
    ]);
    expect(statistics?.profiles.map(({ value, seats, files }) => [value, seats, files])).toEqual([
      ['dev', 3, 2],
      ['law', 1, 1],
    ]);
  });

  it('say nothing rather than something false of a call that nobody answered yet', async () => {
    const empty = await makeCall(db, { form });
    const statistics = (await callStatistics(coordinator, empty, form, now))!;
    expect(statistics.steps.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
    expect([statistics.kinds, statistics.profiles]).toEqual([[], []]);
    expect(statistics.days.filter(({ started, received }) => started + received > 0)).toEqual([]);
    for (const table of ['kinds', 'profiles'] as const)
      expect((await statisticsCsv(statistics, table, { locale: 'fr', open: true })).trim().split('\r\n')).toHaveLength(
        1,
      );
  });

  it('read what was sent, whatever its authors write since', async () => {
    const sent = await db.application.findFirstOrThrow({ where: { callId: call.id, state: 'selected' } });
    const before = await callStatistics(coordinator, call, form, now);
    await db.application.update({ where: { id: sent.id }, data: { answers: { name: 'C' } } });
    expect(await callStatistics(coordinator, call, form, now)).toEqual(before);
    await db.application.update({ where: { id: sent.id }, data: { answers: sent.answers as object } });
  });

  it('cost four queries whatever the number of files', async () => {
    expect((await countingQueries(() => callStatistics(coordinator, call, form, now))).queries).toBe(4);
  });

  it('are the coordination’s alone', async () => {
    expect(await callStatistics(await makeViewer(db, 'juror'), call, form, now)).toBeNull();
    expect(await callStatistics({ kind: 'visitor' }, call, form, now)).toBeNull();
  });

  it('are written for a spreadsheet in the reader’s words, and open with codes', async () => {
    const statistics = (await callStatistics(coordinator, call, form, now))!;
    expect(await statisticsCsv(statistics, 'profiles', { locale: 'fr', open: false })).toBe(
      '\uFEFFProfil;Postes;Dossiers\r\nDéveloppement;3;2\r\nDroit;1;1\r\n',
    );
    expect(await statisticsCsv(statistics, 'steps', { locale: 'en', open: true })).toContain('section_team,2\r\n');
    expect(await statisticsCsv(statistics, 'days', { locale: 'fr', open: false })).toContain('05/03/2022;0;2\r\n');
    expect(await statisticsCsv(statistics, 'kinds', { locale: 'en', open: false })).toContain('Local authority;1;1');
  });
});
