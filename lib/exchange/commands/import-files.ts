import type { Readable } from 'node:stream';
import type { Clock } from '@/lib/clock';
import { db, type Prisma, type Tx, transaction } from '@/lib/db';
import { type Mapping, mapFaults } from '@/lib/exchange/files-mapping';
import { planFiles } from '@/lib/exchange/files-plan';
import { readUpload } from '@/lib/exchange/files-reader';
import { caps, type Source, type SourceRefusal } from '@/lib/exchange/files-source';
import { writeFiles } from '@/lib/exchange/files-writing';
import { mayImport } from '@/lib/exchange/policy';
import { type ImportableCall, importableCall, knownFiles, savedMap } from '@/lib/exchange/queries/files';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import { personId, type Viewer } from '@/lib/viewer';

export type FilesRefusal = SourceRefusal | 'not_found' | 'too_large';
type Where = { id: string; slug: string };

/** Keeps an upload that can be read, to be mapped; nothing of one that cannot. */
export async function uploadFiles(
  viewer: Viewer,
  upload: { slug: string; name: string; bytes: Readable },
): Promise<Result<Where, FilesRefusal>> {
  const call = await importableCall(viewer, upload.slug);
  if (!call) return refuse('not_found');
  let stored: Stored;
  try {
    stored = await store(upload.bytes, caps.bytes);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('too_large');
    throw error;
  }
  const read = await readUpload(stored.storageKey);
  if (!read.ok) {
    await removeStored(stored.storageKey);
    return refuse(read.reason, { detail: read.detail ?? '' });
  }
  const name = upload.name.replace(/^.*[/\\]/, '').slice(-200) || 'dossiers';
  return transaction(async (tx) => {
    const { kind, name: source } = read.source;
    const { id } = await tx.filesImport.create({
      data: { callId: call.id, name, kind, source, storageKey: stored.storageKey, byId: personId(viewer) },
      select: { id: true },
    });
    await record(
      tx,
      viewer,
      'files_import.uploaded',
      { kind: 'call', id: call.id },
      { import: id, from: kind, sha256: stored.sha256 },
    );
    return ok({ id, slug: call.slug });
  });
}

export type MapRefusal = 'not_found' | 'already_applied' | 'no_key' | 'twice' | 'unknown_place' | SourceRefusal;

/** Says where each question goes, keeps it for the next time, and reports what applying it would do. */
export async function mapFiles(
  viewer: Viewer,
  input: { slug: string; importId: string; targets: string[] },
): Promise<Result<Where, MapRefusal>> {
  const opened = await open(viewer, input.slug, input.importId);
  if (!opened.ok) return opened;
  const { call, source } = opened.value;
  const map: Mapping = Object.fromEntries(
    source.fields.flatMap(({ id }, index) => (input.targets[index] ? [[id, input.targets[index]]] : [])),
  );
  const [fault] = mapFaults(call.form.definition, source, map);
  if (fault)
    return refuse(fault.reason === 'unknown' ? 'unknown_place' : fault.reason, {
      field: fault.field ?? '',
      path: fault.path ?? '',
    });
  return transaction(async (tx) => {
    const where = { callId: call.id, source: source.name, formNumber: call.form.number };
    await tx.filesMap.upsert({
      where: { callId_source_formNumber: where },
      create: { ...where, fields: map, byId: personId(viewer) },
      update: { fields: map, byId: personId(viewer) },
    });
    const known = await knownFiles(viewer, tx, call.id, source.kind);
    const { report } = planFiles(call.form.definition, source, map, known);
    const { count } = await tx.filesImport.updateMany({
      where: { id: input.importId, state: { not: 'applied' } },
      data: { state: 'checked', report: report as Prisma.InputJsonObject },
    });
    if (count === 0) return refuse('already_applied');
    await record(tx, viewer, 'files_import.checked', { kind: 'call', id: call.id }, counts(input.importId, report));
    return ok({ id: input.importId, slug: call.slug });
  });
}

/** Writes what the report announced, whole or not at all; the same upload again changes nothing. */
export async function applyFiles(
  viewer: Viewer,
  input: { slug: string; importId: string },
  clock: Clock,
): Promise<Result<Where & { created: number; updated: number }, MapRefusal | 'not_checked'>> {
  const opened = await open(viewer, input.slug, input.importId);
  if (!opened.ok) return opened;
  const { call, source, storageKey, state } = opened.value;
  if (state !== 'checked') return refuse('not_checked');
  const applied = await transaction(async (tx) => {
    // Two imports into one call take turns: the second finds what the first wrote.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`files:${call.id}`}))`;
    const map = await savedMap(viewer, { callId: call.id, source: source.name, formNumber: call.form.number }, tx);
    if (!map || mapFaults(call.form.definition, source, map).length > 0) return refuse('not_checked');
    const plan = planFiles(call.form.definition, source, map, await knownFiles(viewer, tx, call.id, source.kind));
    const { count } = await tx.filesImport.updateMany({
      where: { id: input.importId, state: 'checked' },
      data: { state: 'applied', report: plan.report as Prisma.InputJsonObject, appliedAt: clock(), storageKey: null },
    });
    if (count === 0) return refuse('already_applied');
    await writeFiles(tx, viewer, { call, kind: source.kind, plan, now: clock() });
    await record(
      tx,
      viewer,
      'files_import.applied',
      { kind: 'call', id: call.id },
      counts(input.importId, plan.report),
    );
    return ok({ id: input.importId, slug: call.slug, created: plan.report.created, updated: plan.report.updated });
  });
  if (applied.ok) await removeStored(storageKey);
  return applied;
}

/** Gives up an upload that was not applied; its bytes go. */
export async function discardFiles(
  viewer: Viewer,
  input: { slug: string; importId: string },
): Promise<Result<{ slug: string }, 'not_found' | 'already_applied'>> {
  if (!mayImport(viewer)) return refuse('not_found');
  const gone = await transaction(
    async (tx): Promise<Result<{ key: string | null; slug: string }, 'not_found' | 'already_applied'>> => {
      const run = await find(tx, input);
      if (!run) return refuse('not_found');
      const { count } = await tx.filesImport.deleteMany({ where: { id: input.importId, state: { not: 'applied' } } });
      if (count === 0) return refuse('already_applied');
      await record(tx, viewer, 'files_import.discarded', { kind: 'call', id: run.callId }, { import: input.importId });
      return ok({ key: run.storageKey, slug: input.slug });
    },
  );
  if (!gone.ok) return gone;
  if (gone.value.key) await removeStored(gone.value.key);
  return ok({ slug: gone.value.slug });
}

const find = (tx: Tx, { slug, importId }: { slug: string; importId: string }) =>
  tx.filesImport.findFirst({
    where: { id: importId, call: { slug } },
    select: { callId: true, storageKey: true, state: true },
  });

type Opened = { call: ImportableCall; source: Source; storageKey: string; state: string };

async function open(
  viewer: Viewer,
  slug: string,
  importId: string,
): Promise<Result<Opened, 'not_found' | 'already_applied' | SourceRefusal>> {
  const call = await importableCall(viewer, slug);
  const run = call && (await find(db, { slug, importId }));
  if (!call || !run) return refuse('not_found');
  if (!run.storageKey) return refuse('already_applied');
  const read = await readUpload(run.storageKey);
  if (!read.ok) return refuse(read.reason, { detail: read.detail ?? '' });
  return ok({ call, source: read.source, storageKey: run.storageKey, state: run.state });
}

const counts = (
  id: string,
  {
    created,
    updated,
    unchanged,
    refused,
    problems,
  }: { created: number; updated: number; unchanged: number; refused: number; problems: number },
) => ({
  import: id,
  ...{ created, updated, unchanged, refused, problems },
});
