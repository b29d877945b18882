import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOrganisation, unplaceOrganisation } from '@/lib/applications/commands/place-organisation';
import { saveAnswers } from '@/lib/applications/commands/save';
import { submitApplication } from '@/lib/applications/commands/submit';
import { Placing } from '@/lib/applications/placing';
import { fileOrganisation, typedOrganisations } from '@/lib/applications/queries/typed-organisations';
import { inSection, shortText, text } from '@/lib/calls/building';
import { formDefinition } from '@/lib/calls/form';
import { fieldsOf } from '@/lib/calls/shape';
import { db, disconnect } from '@/lib/db';
import { nameKeys } from '@/lib/people/names';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeOrganisation, makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  titleField: 'name',
  organisationField: 'host',
  sections: [inSection('s', T, [shortText('name', T), { type: 'organisation', id: 'host', label: T }])],
});
const OPEN = new Date('2022-02-01T10:00:00Z');
const SIRET = '13002526500013';
let call: Awaited<ReturnType<typeof makeCall>>;
let coordinator: PersonViewer;
let owner: PersonViewer;
let forests = '';

async function send(host: Record<string, string>): Promise<string> {
  const { id } = await makeDraft(db, call, owner.id, { name: 'Projet', host });
  const sent = await submitApplication(owner, { applicationId: id, key: randomUUID() }, OPEN);
  if (!sent.ok) throw new Error(sent.reason);
  return id;
}
const bodyOf = async (id: string) =>
  (await db.application.findUniqueOrThrow({ where: { id }, select: { organisationId: true } })).organisationId;
const placing = (applicationId: string, change: object) =>
  Placing.parse({ applicationId, reason: 'Confirmé au téléphone.', ...change });

beforeAll(async () => {
  call = await makeCall(db, { form });
  [coordinator, owner] = [await makeViewer(db, 'coordinator'), await makeViewer(db)];
  const name = 'Office national des forêts';
  forests = (await makeOrganisation(db, { name, acronym: 'ONF', nameKeys: nameKeys(name, ['ONF']), siret: SIRET })).id;
});

describe('an administration that the directory does not know', () => {
  it('is listed once whatever its spelling, with the body it most likely is: by SIRET, by name, by likeness', async () => {
    const first = await send({ name: 'Office National des forets de France' });
    await send({ name: 'OFFICE NATIONAL DES FORÊTS DE FRANCE' });
    await send({ name: 'Maison Sylvestre' });
    expect(await bodyOf(first)).toBeNull();
    const typed = await typedOrganisations(coordinator, call.id);
    expect(typed.map(({ name, files, match }) => [name, files, match?.name ?? null, match?.why ?? null])).toEqual([
      ['Office National des forets de France', 2, 'Office national des forêts', 'alike'],
      ['Maison Sylvestre', 1, null, null],
    ]);
    const numbered = await makeDraft(db, call, owner.id, { name: 'P', host: { name: 'La forêt', siret: SIRET } });
    await db.application.update({
      where: { id: numbered.id },
      data: { state: 'submitted', organisationName: 'La forêt' },
    });
    await db.submission.create({
      data: {
        ...{ applicationId: numbered.id, number: 1, formVersionId: call.formVersionId, digest: '', byId: owner.id },
        ...{ answers: { host: { name: 'La forêt', siret: SIRET } }, idempotencyKey: numbered.id, receivedAt: OPEN },
      },
    });
    expect((await fileOrganisation(coordinator, numbered.id))?.matches[0]).toMatchObject({ id: forests, why: 'siret' });
    await db.application.delete({ where: { id: numbered.id } });
  });

  it('is placed with its like under a body, which learns the name; the answer keeps what was typed', async () => {
    const [line] = await typedOrganisations(coordinator, call.id);
    const id = line?.fileId as string;
    expect((await fileOrganisation(coordinator, id))?.others).toBe(1);
    const done = await placeOrganisation(coordinator, placing(id, { choice: forests, others: 'on' }));
    expect(done).toEqual({ ok: true, value: { id, files: 2 } });
    expect(await placeOrganisation(coordinator, placing(id, { choice: forests }))).toMatchObject({
      reason: 'already_placed',
    });
    const seen = await fileOrganisation(coordinator, id);
    expect(seen).toMatchObject({ known: { name: 'Office national des forêts' }, others: 0 });
    expect(seen?.placed).toMatchObject({ by: coordinator.name, reason: 'Confirmé au téléphone.', made: false });
    const file = await db.application.findUniqueOrThrow({ where: { id }, include: { submissions: true } });
    const typed = { name: 'Office National des forets de France' };
    expect([file.organisationName, file.submissions[0]?.answers]).toEqual([
      typed.name,
      { name: 'Projet', host: typed },
    ]);
    const events = await db.event.findMany({ where: { name: 'application.organisation_placed' } });
    expect(events).toHaveLength(2);
    expect(events[0]?.payload).not.toContain('téléphone');
    // The next one is known by itself, and so is this one sent again.
    expect(await bodyOf(await send({ name: 'office national des forêts de france' }))).toBe(forests);
    const change = () => ({
      fields: fieldsOf(form).filter((one) => one.id === 'name'),
      base: { name: 'Projet' },
      mine: { name: 'Mieux' },
    });
    await saveAnswers(owner, id, change, OPEN);
    expect(await submitApplication(owner, { applicationId: id, key: randomUUID() }, OPEN)).toMatchObject({ ok: true });
    expect(await bodyOf(id)).toBe(forests);
  });

  it('is added to the directory, never twice by name or SIRET, and taken back with what it was', async () => {
    const [line] = await typedOrganisations(coordinator, call.id);
    const id = line?.fileId as string;
    const fresh = { choice: 'new', kind: 'operator', name: 'Maison sylvestre' };
    expect(await placeOrganisation(coordinator, placing(id, { ...fresh, siret: SIRET }))).toMatchObject({
      reason: 'same_siret',
    });
    expect(await placeOrganisation(coordinator, placing(id, { ...fresh, name: 'onf' }))).toMatchObject({
      reason: 'same_name',
    });
    const both = await Promise.all([1, 2].map(() => placeOrganisation(coordinator, placing(id, fresh))));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const made = await db.organisation.findMany({ where: { name: 'Maison sylvestre' } });
    expect(made.map(({ kind, id: own }) => [kind, own])).toEqual([['operator', await bodyOf(id)]]);
    expect(await typedOrganisations(coordinator, call.id)).toEqual([]);
    expect(await unplaceOrganisation(coordinator, { applicationId: id }, () => OPEN)).toMatchObject({ ok: true });
    expect(await unplaceOrganisation(coordinator, { applicationId: id }, () => OPEN)).toMatchObject({
      reason: 'not_placed',
    });
    expect((await typedOrganisations(coordinator, call.id)).map(({ match }) => match?.why)).toEqual(['name']);
  });

  it('is the coordination’s alone', async () => {
    const [line] = await typedOrganisations(coordinator, call.id);
    const id = line?.fileId as string;
    for (const viewer of [owner, await makeViewer(db, 'juror'), await makeViewer(db, 'communication')]) {
      expect([await typedOrganisations(viewer, call.id), await fileOrganisation(viewer, id)]).toEqual([[], null]);
      expect(await placeOrganisation(viewer, placing(id, { choice: forests }))).toMatchObject({ reason: 'not_found' });
    }
    expect(await bodyOf(id)).toBeNull();
  });
});
