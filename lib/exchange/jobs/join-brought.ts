import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import type { Answers } from '@/lib/calls/answers';
import { FILE_TYPES } from '@/lib/calls/shape';
import type { Clock } from '@/lib/clock';
import { db, type Prisma, type Tx, transaction } from '@/lib/db';
import {
  type Brought,
  type Expected,
  Joined,
  joinCaps,
  matchesOf,
  mayBeExpected,
  nameLeft,
} from '@/lib/exchange/attachments';
import { digestOf } from '@/lib/exchange/files-plan';
import { questionFor, withFiles } from '@/lib/exchange/joined';
import { namedAttachments } from '@/lib/exchange/queries/attachments';
import { type ImportableCall, savedMap } from '@/lib/exchange/queries/files';
import { CONTENT_TYPES, fileKind, nameKind } from '@/lib/file-kind';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';
import { walkZip, withStoredCopy, type ZipRefusal } from '@/lib/zip';

const LIMITS = {
  files: joinCaps.entries,
  fileBytes: joinCaps.file,
  textBytes: 0,
  declaredBytes: 4_000_000_000,
  ratio: 200,
};

export type Bytes = { name: string; stored: Stored };
export type Run = { source: string };
type From = Run & { byId: string | null };
type Found = { expected: Expected; stored: Stored };
type Job = { waiting: Expected[]; here: Expected[]; found: Found[]; joined: Joined };

/**
 * Joins attachments that a person brought (a ZIP, or files) to the imported files that name them: recognised by content,
 * or by name, size and folder. Nothing is fetched from the addresses of an export: they expire, and a server that follows
 * addresses given to it can be led anywhere. Done again, what is here already is left. `advance` hears how much of what
 * was brought is read.
 */
export async function joinBrought(
  viewer: Viewer,
  { call, run, brought, byId }: { call: ImportableCall; run: Run; brought: Bytes[]; byId: string | null },
  advance: (bytes: number) => Promise<void>,
  clock: Clock,
): Promise<Result<Joined, ZipRefusal['reason']>> {
  const named = await namedAttachments(viewer, call.id);
  const job: Job = {
    ...{ waiting: named.filter(({ here }) => !here), here: named.filter(({ here }) => here), found: [] },
    joined: Joined.parse({}),
  };
  try {
    for (const one of brought) {
      const refused = await readOne(one, job, advance);
      if (refused) return refuse(refused.reason, { detail: refused.detail });
    }
    await attachAll(viewer, call, { source: run.source, byId }, job, clock);
  } finally {
    for (const { stored } of job.found) if (!(await isKept(stored))) await removeStored(stored.storageKey);
  }
  return ok(job.joined);
}

const isKept = async ({ storageKey }: Stored) => (await db.storedFile.count({ where: { storageKey } })) > 0;

async function readOne(
  { name, stored }: Bytes,
  job: Job,
  advance: (bytes: number) => Promise<void>,
): Promise<ZipRefusal | null> {
  const read = async (one: Brought, open: () => Promise<Readable>) => {
    await weigh(one, open, job);
    await advance(one.size);
  };
  if (nameKind(name) === 'zip')
    return withStoredCopy(stored.storageKey, (path) => walkZip(path, LIMITS, (entry, open) => read(entry, open)));
  await read({ path: name, size: stored.size }, async () => openStored(stored.storageKey));
  return null;
}

/** Reads one brought file if something like it is waited for, and says whose it is. */
async function weigh(one: Brought, open: () => Promise<Readable>, job: Job): Promise<void> {
  if (!mayBeExpected(one, [...job.waiting, ...job.here])) return nameLeft(job.joined, one.path, 'extra');
  if (one.size > joinCaps.file) return nameLeft(job.joined, one.path, 'too_large');
  if (one.size === 0) return nameLeft(job.joined, one.path, 'empty');
  const md5 = createHash('md5');
  const read = new Transform({
    transform(chunk: Buffer, _, done) {
      md5.update(chunk);
      done(null, chunk);
    },
  });
  const source = await open();
  source.on('error', (error) => read.destroy(error)).pipe(read);
  let stored: Stored;
  try {
    stored = await store(read, joinCaps.file);
  } catch (error) {
    if (error instanceof TooLarge) return nameLeft(job.joined, one.path, 'too_large');
    throw error;
  }
  const checksum = md5.digest('base64');
  const matches = matchesOf(one, checksum, job.waiting);
  const type = matches.length ? await fileKind(() => openStored(stored.storageKey)) : null;
  const fits = matches.filter(
    ({ name }) => type !== null && type === nameKind(name) && (FILE_TYPES as readonly string[]).includes(type),
  );
  const [first, ...others] = fits;
  if (!first) {
    await removeStored(stored.storageKey);
    if (matches.length > 0) return nameLeft(job.joined, one.path, 'type');
    if (matchesOf(one, checksum, job.here).length > 0) job.joined.already += 1;
    else nameLeft(job.joined, one.path, 'extra');
    return;
  }
  job.found.push({ expected: first, stored });
  // The same content in several files: bytes of its own for each, so that one can go without the others.
  for (const expected of others)
    job.found.push({ expected, stored: await store(openStored(stored.storageKey), joinCaps.file) });
  job.waiting = job.waiting.filter((each) => !fits.includes(each));
  job.here.push(...fits);
}

/** One transaction a file: stopped half-way, what was joined is joined, and the rest can be brought again. */
async function attachAll(viewer: Viewer, call: ImportableCall, from: From, job: Job, clock: Clock): Promise<void> {
  const { source, byId } = from;
  const map = await savedMap(viewer, { callId: call.id, source, formNumber: call.form.number });
  const byFile = Map.groupBy(job.found, ({ expected }) => expected.applicationId);
  for (const [applicationId, found] of byFile)
    job.joined.attached += await transaction((tx) =>
      attach(tx, viewer, { applicationId, found, call, byId, map: map ?? {}, now: clock() }),
    );
}

type Attaching = {
  applicationId: string;
  found: Found[];
  call: ImportableCall;
  byId: string | null;
  map: Record<string, string>;
  now: Date;
};

async function attach(
  tx: Tx,
  viewer: Viewer,
  { applicationId, found, call, byId: bringer, map, now }: Attaching,
): Promise<number> {
  await tx.$executeRaw`SELECT id FROM application WHERE id = ${applicationId}::uuid FOR UPDATE`;
  const file = await tx.application.findFirst({
    where: { id: applicationId, erasedAt: null },
    select: {
      answers: true,
      imported: { select: { answersDigest: true } },
      submissions: {
        orderBy: { number: 'desc' },
        select: { number: true, inForce: true, answers: true, formVersionId: true, receivedAt: true, byId: true },
      },
    },
  });
  if (!file) return 0;
  let answers = file.answers as Answers;
  const placed = [];
  const made: { id: string; stored: Stored }[] = [];
  for (const { expected, stored } of found) {
    const { source, position, name, checksum } = expected;
    const field = questionFor(call.form.definition, map[source], answers, { name, size: stored.size });
    const contentType = CONTENT_TYPES[nameKind(name)] ?? 'application/octet-stream';
    const row = {
      ...stored,
      name,
      contentType,
      ownerKind: 'application',
      ownerId: applicationId,
      uploadedBy: bringer,
    };
    const taken = await tx.importedAttachment.count({ where: { applicationId, source, position } });
    if (taken > 0) continue;
    const { id } = await tx.storedFile.create({ data: row, select: { id: true } });
    await tx.importedAttachment.create({
      data: { applicationId, source, position, field, fileId: id, checksum, createdAt: now },
    });
    made.push({ id, stored });
    if (!field) continue;
    const one = { field, id, name, size: stored.size };
    placed.push(one);
    answers = withFiles(answers, [one]);
  }
  if (placed.length > 0) {
    const untouched = file.imported?.answersDigest === digestOf(file.answers);
    await tx.application.update({
      where: { id: applicationId },
      data: { answers: answers as Prisma.InputJsonValue, version: { increment: 1 } },
    });
    const sent = file.submissions.find(({ inForce }) => inForce);
    if (sent) {
      const number = (file.submissions[0]?.number ?? 0) + 1;
      const { formVersionId, receivedAt, byId } = sent;
      const whole = withFiles(sent.answers as Answers, placed) as Prisma.InputJsonObject;
      await tx.submission.updateMany({ where: { applicationId, inForce: true }, data: { inForce: false } });
      await tx.submission.create({
        data: {
          ...{ applicationId, number, formVersionId, receivedAt, byId, answers: whole },
          digest: createHash('sha256').update(JSON.stringify(whole)).digest('hex'),
          idempotencyKey: `import:${applicationId}:${number}`,
        },
      });
    }
    if (untouched)
      await tx.importedFile.update({ where: { applicationId }, data: { answersDigest: digestOf(answers) } });
  }
  for (const { id, stored } of made)
    await record(
      tx,
      viewer,
      'application.file_joined',
      { kind: 'application', id: applicationId },
      { file: id, sha256: stored.sha256, size: stored.size },
    );
  return made.length;
}
