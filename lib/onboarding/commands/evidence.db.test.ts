import { Readable } from 'node:stream';
import { beforeAll, expect, it } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db, disconnect, transaction } from '@/lib/db';
import { storedOf } from '@/lib/download';
import { AnswerForm } from '@/lib/onboarding/answers';
import { attachEvidence, removeEvidence } from '@/lib/onboarding/commands/evidence';
import { answerItem } from '@/lib/onboarding/commands/items';
import { EVIDENCE } from '@/lib/onboarding/evidence';
import { evidenceFile } from '@/lib/onboarding/queries/evidence';
import { itemOf } from '@/lib/onboarding/queries/items';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { lineOf, type Welcome, welcome } from '@/prisma/factories/onboarding';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2026-08-20T08:00:00Z');
let world: Welcome;
let other: Welcome;
beforeAll(async () => {
  [world, other] = await transaction(async (tx) => [await welcome(tx), await welcome(tx, { title: 'Voisin' })]);
  return disconnect;
});

const pdf = (name = 'bon de commande.pdf', text = '%PDF-1.7\n') => ({
  name,
  bytes: Readable.from([Buffer.from(text)]),
});
const scanned = (id: string, scan: 'safe' | 'infected') => db.storedFile.update({ where: { id }, data: { scan } });
const lineId = async (key: string, fellowId?: string) =>
  (await transaction((tx) => lineOf(tx, world.listId, key, fellowId))).id;
const reason = (done: { ok: boolean; reason?: string }) => (done.ok ? 'ok' : done.reason);

it('a piece is kept by those who may answer, read by those who see the line, and by nobody else', async () => {
  const id = await lineId('desks');
  for (const viewer of [visitor, other.mentor, world.fellows[0] as PersonViewer])
    expect(reason(await attachEvidence(viewer, id, pdf(), clock))).toBe('not_found');
  const made = await attachEvidence(world.mentor, id, pdf(), clock);
  if (!made.ok) throw new Error(made.reason);
  expect((await itemOf(world.mentor, id, '2026-08-20', clock()))?.evidence).toMatchObject([
    { name: 'bon de commande.pdf' },
  ]);
  // Until it is scanned, only whoever sent it reads it; found infected, nobody does.
  expect(await evidenceFile(world.mentor, made.value.id)).toMatchObject({ size: 9 });
  expect(await evidenceFile(world.fellows[0] as PersonViewer, made.value.id)).toBeNull();
  await scanned(made.value.id, 'infected');
  expect(await evidenceFile(world.mentor, made.value.id)).toBeNull();
  await scanned(made.value.id, 'safe');
  expect(await evidenceFile(world.fellows[0] as PersonViewer, made.value.id)).toMatchObject({ size: 9 });
  for (const viewer of [visitor, other.mentor, other.fellows[0] as PersonViewer])
    expect(await evidenceFile(viewer, made.value.id)).toBeNull();
  const file = await evidenceFile(world.mentor, made.value.id);
  const response = storedOf(file as NonNullable<typeof file>);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toBe('%PDF-1.7\n');
});

it('a fellow’s own piece is not read by their teammate', async () => {
  const [mine, teammate] = world.fellows as [PersonViewer, PersonViewer];
  const made = await attachEvidence(mine, await lineId('workstation-needs', mine.id), pdf(), clock);
  if (!made.ok) throw new Error(made.reason);
  await scanned(made.value.id, 'safe');
  expect(await evidenceFile(teammate, made.value.id)).toBeNull();
  expect(await evidenceFile(world.mentor, made.value.id)).not.toBeNull();
});

it('what is not what its name says, too heavy or too many is refused, and leaves nothing behind', async () => {
  const id = await lineId('budget');
  const stored = () => db.storedFile.count({ where: { ownerId: id } });
  const refused = async (upload: { name: string; bytes: Readable }) =>
    reason(await attachEvidence(world.mentor, id, upload, clock));
  expect(await refused(pdf('facture.png'))).toBe('file_type');
  expect(await refused(pdf('page.html', '<script>'))).toBe('file_type');
  expect(await refused(pdf('vide.pdf', ''))).toBe('empty_file');
  const heavy = Readable.from([Buffer.from('%PDF-1.7\n'), Buffer.alloc(EVIDENCE.maxBytes)]);
  expect(await refused({ name: 'lourd.pdf', bytes: heavy })).toBe('file_too_big');
  expect(await stored()).toBe(0);
  const many = await Promise.all(
    Array.from({ length: EVIDENCE.most + 2 }, () => attachEvidence(world.mentor, id, pdf(), clock)),
  );
  expect(many.filter((one) => one.ok)).toHaveLength(EVIDENCE.most);
  expect(await stored()).toBe(EVIDENCE.most);
});

it('a piece taken away is gone, and says who took it', async () => {
  const id = await lineId('telework');
  const made = await attachEvidence(world.mentor, id, pdf(), clock);
  if (!made.ok) throw new Error(made.reason);
  const input = { id, fileId: made.value.id };
  expect(reason(await removeEvidence(other.mentor, input))).toBe('not_found');
  expect(reason(await removeEvidence(world.mentor, { ...input, id: await lineId('desks') }))).toBe('not_found');
  expect(reason(await removeEvidence(world.mentor, input))).toBe('ok');
  expect(await evidenceFile(world.mentor, made.value.id)).toBeNull();
  expect(await db.event.count({ where: { name: 'checklist_item.evidence_removed', subjectId: id } })).toBe(1);
});

it('mentors are told that a fellow said what they need, never what', async () => {
  const fellow = world.fellows[0] as PersonViewer;
  const { id, version } = await transaction((tx) => lineOf(tx, world.listId, 'workstation-needs', fellow.id));
  const posted = AnswerForm.parse({ workstation: { machine: 'own', screens: '2', accessibility: 'Bureau réglable' } });
  expect(reason(await answerItem(fellow, { ...posted, id, version }, clock))).toBe('ok');
  const mails = await db.outboxMessage.findMany({ where: { template: 'checklist-needs' } });
  expect(mails.map((mail) => mail.to)).toEqual([world.mentor.email]);
  expect(mails[0]?.text).toContain(`/onboarding/${world.slug}/workstations`);
  expect(JSON.stringify(mails)).not.toContain('réglable');
});
