import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeDeadline } from '@/lib/calls/commands/deadline';
import { addHoliday, removeHoliday } from '@/lib/calls/commands/holidays';
import { createCall } from '@/lib/calls/commands/prepare';
import { setSpecification } from '@/lib/calls/commands/specification';
import { callBySlug, schoolHolidays } from '@/lib/calls/queries';
import { moversOf, specification, specificationState } from '@/lib/calls/queries/specification';
import { NewCall } from '@/lib/calls/schema';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { findOrganisations } from '@/lib/people/queries/organisations';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeOrganisation, makeViewer } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const now = clockAt('2022-02-01T10:00:00Z');
let coordinator: PersonViewer;
let stranger: PersonViewer;
beforeAll(async () => {
  [coordinator, stranger] = [await makeViewer(db, 'coordinator'), await makeViewer(db)];
});

describe('dates that deserve a second look', () => {
  const spring = { zone: 'B', name: 'vacances d’hiver', from: '2022-02-05', to: '2022-02-21', source: 'Arrêté' };

  it('a table of school holidays, with its source and the day it was read, is the coordination’s', async () => {
    expect(await addHoliday(stranger, spring, now)).toMatchObject({ reason: 'not_allowed' });
    const added = await addHoliday(coordinator, spring, now);
    expect(added).toMatchObject({ ok: true });
    expect(await addHoliday(coordinator, spring, now)).toMatchObject({ reason: 'same_holiday' });
    expect(await schoolHolidays(visitor)).toMatchObject([{ ...spring, checkedOn: '2022-02-01' }]);
    const other = await addHoliday(coordinator, { ...spring, zone: 'C' }, now);
    if (other.ok) await removeHoliday(coordinator, { holidayId: other.value.id });
    expect(await schoolHolidays(visitor)).toHaveLength(1);
  });

  it.each([
    ['2022-03-19T23:59', 'weekend', 'lundi 21 mars 2022'],
    ['2022-04-18T23:59', 'public_holiday', 'mardi 19 avril 2022'],
    ['2022-02-16T12:00', 'school_holidays', 'mardi 22 février 2022'],
    ['2022-03-27T02:30', 'weekend', 'lundi 28 mars 2022'],
  ])(
    'a deadline moved to %s is refused once (%s) with a better day, then kept when it is meant',
    async (closes, what, proposal) => {
      const call = await makeCall(db);
      const move = (keep?: string) =>
        changeDeadline(coordinator, { callId: call.id, closes, reason: 'Une bonne raison.', keep }, now);
      const refused = await move();
      if (refused.ok) throw new Error('accepted');
      expect(refused.reason).toBe('date_to_check');
      expect([what, 'skipped_hour']).toContain(refused.detail?.what);
      if (refused.detail?.what === what) expect(refused.detail?.proposal).toContain(proposal);
      expect(refused.detail?.better).toMatch(/^2022-\d\d-\d\dT\d\d:\d\d$/);
      expect((await callBySlug(visitor, call.slug))?.closesAt).toEqual(call.closesAt);
      expect(await move('yes')).toMatchObject({ ok: true });
      const [moved] = (await callBySlug(visitor, call.slug))?.extensions ?? [];
      expect(await moversOf(coordinator, call.id)).toEqual({ [moved?.id ?? '']: coordinator.name });
      expect(await moversOf(stranger, call.id)).toEqual({});
    },
  );

  it('a wrong year is recognised, and the right one proposed', async () => {
    const cohortId = (await makeCohort(db)).id;
    const dates = { opens: '2021-03-01T09:00', closes: '2020-05-02T23:59' };
    const input = NewCall.parse({ cohortId, title: 'Appel', contactEmail: 'a@b.fr', ...dates });
    expect(await createCall(coordinator, input)).toMatchObject({
      reason: 'wrong_year',
      detail: { proposal: expect.stringContaining('dimanche 2 mai 2021'), better: '2021-05-02T23:59' },
    });
    const call = await makeCall(db);
    const reason = 'Une bonne raison.';
    expect(
      await changeDeadline(coordinator, { callId: call.id, closes: '2021-04-04T23:59', reason }, now),
    ).toMatchObject({
      reason: 'wrong_year',
      detail: { better: '2022-04-04T23:59' },
    });
  });
});

describe('the specification document', () => {
  const put = (viewer: PersonViewer, slug: string, name: string, bytes: string) =>
    setSpecification(viewer, { slug, name, bytes: Readable.from([Buffer.from(bytes)]) });

  it('is put by the coordination, read by whoever sees the call once it is not suspected, and replaced', async () => {
    const call = await makeCall(db);
    expect(await put(stranger, call.slug, 'a.pdf', '%PDF-1.7 x')).toMatchObject({ reason: 'not_found' });
    expect(await put(coordinator, call.slug, 'a.pdf', '<html>')).toMatchObject({ reason: 'document_type' });
    expect(await put(coordinator, call.slug, 'a.pdf', '')).toMatchObject({ reason: 'no_document' });
    expect(await put(coordinator, call.slug, 'Règlement.pdf', '%PDF-1.7 one')).toMatchObject({ ok: true });
    expect(await specificationState(coordinator, call.slug)).toMatchObject({ name: 'Règlement.pdf', scan: 'pending' });
    expect(await specificationState(stranger, call.slug)).toBeNull();
    expect(await specification(visitor, call.slug)).toBeNull();
    expect(await put(coordinator, call.slug, 'Autre.pdf', '%PDF-1.7 two')).toMatchObject({ ok: true });
    await db.storedFile.updateMany({ where: { ownerId: call.id }, data: { scan: 'safe' } });
    expect(await specification(visitor, call.slug)).toMatchObject({ name: 'Autre.pdf' });
    expect(await db.storedFile.count({ where: { ownerId: call.id } })).toBe(1);
  });

  it('of a call that is not published is its coordinators’', async () => {
    const call = await makeCall(db, { publishedAt: null });
    await put(coordinator, call.slug, 'a.pdf', '%PDF-1.7 enough bytes');
    await db.storedFile.updateMany({ where: { ownerId: call.id }, data: { scan: 'unscanned' } });
    expect(await specification(visitor, call.slug)).toBeNull();
    expect(await specification(coordinator, call.slug)).not.toBeNull();
  });
});

describe('administrations offered while one types', () => {
  it('are found by name without accents, by acronym, and by SIRET, with their parent', async () => {
    const parent = await makeOrganisation(db, { name: 'Ministère de la Mer' });
    await makeOrganisation(db, {
      name: 'Direction des phares',
      acronym: 'DPH',
      siret: '13002526500013',
      parentId: parent.id,
    });
    const names = async (q: string) => (await findOrganisations(visitor, q)).map((one) => one.name);
    expect(await names('ministere mer')).toEqual(['Ministère de la Mer']);
    expect(await names('dph')).toEqual(['Direction des phares']);
    expect(await findOrganisations(visitor, '130 025 265 00013')).toMatchObject([
      { name: 'Direction des phares', parent: 'Ministère de la Mer', siret: '13002526500013' },
    ]);
    expect(await names('d')).toEqual([]);
    expect(await names('%_%')).toEqual([]);
  });
});
