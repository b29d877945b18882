import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db, disconnect } from '@/lib/db';
import { DATASETS, type DatasetName, datasetOf, packageOf, schemaOf } from '@/lib/publication/open-data';
import { openData, openDataSizes } from '@/lib/publication/queries/open-data';
import { visitor } from '@/lib/viewer';
import { makeChallenge, makePosition } from '@/prisma/factories/challenges';
import { makeOrganisation, makeViewer } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const recordsOf = async (name: DatasetName) =>
  parse(await openData(visitor, name), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

/** What Table Schema says of one value, checked by its letter. */
const TYPES = {
  string: /./,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  year: /^\d{4}$/,
} as const;

describe('open data', () => {
  beforeAll(async () => {
    const cohort = await makeCohort(db, { name: 'Promotion 6', startsOn: new Date('2022-09-12') });
    const host = await makeOrganisation(db, { name: 'Office « des phares », "balises"' });
    const shown = await makeChallenge(db, {
      ...{ title: 'Phares, et bouées', cohortId: cohort.id, hostId: host.id },
      ...{ towns: ['Brest', 'Nantes'], durationMonths: 10 },
    });
    const hidden = await makeChallenge(db, { title: 'Caché', cohortId: cohort.id, published: false });
    for (const challenge of [shown, shown, hidden]) {
      const seat = await makePosition(db, challenge, { fellow: true });
      const line = { challengeId: challenge.id, positionId: seat.id, rule: 'flat' };
      await db.fundingLine.create({ data: { ...line, amountCents: 2_000_050 } });
    }
    const secret = await makeCohort(db, { name: 'Promotion à venir', published: false });
    await makeChallenge(db, { title: 'Trop tôt', cohortId: secret.id });
  });

  test('holds what a visitor may see, the same bytes for everybody', async () => {
    expect((await recordsOf('challenges')).map(({ title }) => title)).toEqual(['Phares, et bouées']);
    expect((await recordsOf('cohorts')).map(({ name }) => name)).toEqual(['Promotion 6']);
    expect(await recordsOf('funding')).toMatchObject([
      { title: 'Phares, et bouées', fellows: '2', amount_eur: '40001' },
    ]);
    const coordinator = await makeViewer(db, 'coordinator');
    for (const name of DATASETS) expect(await openData(coordinator, name)).toBe(await openData(visitor, name));
    expect(await openDataSizes(visitor)).toEqual({ cohorts: 1, challenges: 1, funding: 1 });
  });

  test.each(DATASETS)('every row of %s fits its schema', async (name) => {
    const schema = schemaOf(datasetOf(name) as never);
    const records = await recordsOf(name);
    expect(records.length).toBeGreaterThan(0);
    expect(Object.keys(records[0] ?? {})).toEqual(schema.fields.map((field) => field.name));
    expect(new Set(records.map((record) => record[schema.primaryKey])).size).toBe(records.length);
    for (const record of records)
      for (const { name: column, type, constraints } of schema.fields) {
        const value = record[column] ?? '';
        if (value === '') expect(constraints?.required, column).toBeUndefined();
        else expect(value, column).toMatch(TYPES[type as keyof typeof TYPES]);
        if (value !== '' && constraints?.minimum !== undefined)
          expect(Number(value)).toBeGreaterThanOrEqual(constraints.minimum);
      }
  });

  test('comes with its licence', () => {
    expect(packageOf('https://cohorte.test')).toMatchObject({
      licenses: [{ name: 'etalab-2.0' }],
      resources: DATASETS.map((name) => ({ path: `https://cohorte.test/api/data/${name}.csv` })),
    });
  });
});
