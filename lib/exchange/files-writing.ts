import { createHash } from 'node:crypto';
import type { Answers } from '@/lib/calls/answers';
import { completenessOf } from '@/lib/calls/completeness';
import { organisationOf, reference, referencePrefix, titleOf } from '@/lib/calls/naming';
import type { Prisma, Tx } from '@/lib/db';
import { digestOf, type FilesPlan, type Planned } from '@/lib/exchange/files-plan';
import { joinedTo, withFiles } from '@/lib/exchange/joined';
import type { ImportableCall } from '@/lib/exchange/queries/files';
import { newId } from '@/lib/exchange/writing';
import { knownPerson } from '@/lib/people/known';
import { nameKey } from '@/lib/people/names';
import { record } from '@/lib/record';
import { personId, type Viewer } from '@/lib/viewer';

type Job = { call: ImportableCall; kind: string; plan: FilesPlan; now: Date };

/** Writes the files of a plan: new ones with their reference, changed ones as a new version beside what was sent before. */
export async function writeFiles(tx: Tx, viewer: Viewer, { call, kind, plan, now }: Job): Promise<void> {
  const all = [...plan.create, ...plan.update];
  if (all.length === 0) return;
  const by = personId(viewer);
  const owners = await ownersOf(tx, all);
  const organisations = await organisationsOf(tx, call, all);
  const references = await takeReferences(tx, call.id, plan.create.length);
  const rowsOf = ({ file }: Planned) => {
    const organisation = organisationOf(call.form.definition, file.answers);
    const { sections } = completenessOf(call.form.definition, file.answers);
    const complete = sections.filter(({ status }) => status === 'complete' || status === 'optional').length;
    return {
      formVersionId: call.form.id,
      title: titleOf(call.form.definition, file.answers),
      organisationName: organisation.name,
      organisationId: organisations.get(organisation.siret) ?? organisations.get(nameKey(organisation.name)) ?? null,
      answers: file.answers as Prisma.InputJsonValue,
      labels: file.labels,
      completeness: sections.length === 0 ? 100 : Math.floor((100 * complete) / sections.length),
      submittedAt: file.receivedAt ?? now,
    };
  };
  const made = plan.create.map((planned, index) => ({ planned, id: newId(), reference: references[index] }));
  await tx.application.createMany({
    data: made.map(({ planned, id, reference: own }) => ({
      ...rowsOf(planned),
      ...{ id, callId: call.id, reference: own, state: planned.file.state },
      ownerId: owners.get(planned.file.email) ?? by ?? '',
      createdAt: planned.file.receivedAt ?? now,
    })),
  });
  await tx.submission.createMany({ data: made.map(({ planned, id }) => submission(call, planned, id, 1, by, now)) });
  await tx.importedFile.createMany({
    data: made.map(({ planned, id }) => ({
      applicationId: id,
      callId: call.id,
      kind,
      key: planned.file.key,
      ...kept(planned, now),
    })),
  });
  await decide(
    tx,
    by,
    made.map(({ planned, id }) => ({ id, before: 'submitted', planned })),
  );
  for (const one of plan.update) {
    const answers = withFiles(one.file.answers, await joinedTo(tx, one.applicationId));
    const whole = { ...one, file: { ...one.file, answers }, answersDigest: digestOf(answers) };
    await bringUpToDate(tx, by, call, whole, rowsOf(whole), now);
  }
  for (const { id, planned } of made)
    await record(
      tx,
      viewer,
      'application.imported',
      { kind: 'application', id },
      { from: kind, digest: planned.digest },
    );
  for (const { applicationId, digest } of plan.update)
    await record(
      tx,
      viewer,
      'application.imported_again',
      { kind: 'application', id: applicationId },
      { from: kind, digest },
    );
}

const kept = ({ file, digest, answersDigest }: Planned, now: Date) => ({
  digest,
  answersDigest,
  rest: file.rest as unknown as Prisma.InputJsonValue,
  importedAt: now,
});

const submission = (
  call: ImportableCall,
  { file }: Planned,
  id: string,
  number: number,
  by: string | null,
  now: Date,
) => ({
  applicationId: id,
  number,
  formVersionId: call.form.id,
  answers: file.answers as Prisma.InputJsonValue,
  digest: createHash('sha256').update(JSON.stringify(file.answers)).digest('hex'),
  idempotencyKey: `import:${id}:${number}`,
  receivedAt: file.receivedAt ?? now,
  byId: by ?? id,
});

async function bringUpToDate(
  tx: Tx,
  by: string | null,
  call: ImportableCall,
  planned: Planned & { applicationId: string },
  row: Prisma.ApplicationUncheckedUpdateInput,
  now: Date,
): Promise<void> {
  const id = planned.applicationId;
  const before = await tx.application.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      submissions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
      imported: { select: { answersDigest: true } },
    },
  });
  const { labels: _, ...rest } = row;
  // What was decided here since stays; a file nobody decided of follows what was decided there.
  const state = before.state === 'submitted' ? planned.file.state : before.state;
  await tx.application.update({
    where: { id },
    data: { ...rest, state, comparedAt: null, version: { increment: 1 } },
  });
  if (before.imported?.answersDigest !== planned.answersDigest) {
    await tx.submission.updateMany({ where: { applicationId: id, inForce: true }, data: { inForce: false } });
    await tx.submission.create({
      data: submission(call, planned, id, (before.submissions[0]?.number ?? 0) + 1, by, now),
    });
  }
  await tx.importedFile.update({ where: { applicationId: id }, data: kept(planned, now) });
  if (before.state === 'submitted') await decide(tx, by, [{ id, before: before.state, planned }]);
}

/** A state beyond "submitted" was somebody's decision there: it has its reason here too. */
async function decide(
  tx: Tx,
  by: string | null,
  moved: { id: string; before: string; planned: Planned }[],
): Promise<void> {
  const decided = moved.filter(
    ({ before, planned }) => planned.file.state !== before && planned.file.state !== 'withdrawn',
  );
  if (!by || decided.length === 0) return;
  await tx.decision.createMany({
    data: decided.map(({ id, before, planned }) => ({
      ...{ applicationId: id, before: before as 'submitted', after: planned.file.state, byId: by },
      reason: planned.file.reason || `Décision reprise du dossier ${planned.file.key}.`,
    })),
  });
}

async function ownersOf(tx: Tx, all: readonly Planned[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const { file } of all) {
    if (!file.email || owners.has(file.email)) continue;
    owners.set(file.email, (await knownPerson(tx, { email: file.email, name: file.name })).id);
  }
  return owners;
}

/** Organisations of our records by SIRET and by name, when only one has it. */
async function organisationsOf(tx: Tx, call: ImportableCall, all: readonly Planned[]): Promise<Map<string, string>> {
  const named = all.map(({ file }) => organisationOf(call.form.definition, file.answers as Answers));
  const [sirets, keys] = [
    named.map(({ siret }) => siret).filter(Boolean),
    named.map(({ name }) => nameKey(name)).filter(Boolean),
  ];
  const found = await tx.organisation.findMany({
    where: { OR: [{ siret: { in: sirets } }, { nameKeys: { hasSome: keys } }] },
    select: { id: true, siret: true, nameKeys: true },
  });
  const known = new Map<string, string>();
  for (const key of keys) {
    const own = found.filter(({ nameKeys }) => nameKeys.includes(key));
    if (own.length === 1) known.set(key, own[0]?.id ?? '');
  }
  for (const { id, siret } of found) if (siret) known.set(siret, id);
  return known;
}

/** The next free references of the cohort, in turn with whoever submits at this moment. */
async function takeReferences(tx: Tx, callId: string, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { cohort } = await tx.call.findUniqueOrThrow({
    where: { id: callId },
    select: { cohort: { select: { number: true } } },
  });
  const prefix = referencePrefix(cohort.number);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`reference:${prefix}`}))`;
  const { lastReference } = await tx.call.findUniqueOrThrow({ where: { id: callId }, select: { lastReference: true } });
  const used = new Set(
    (
      await tx.application.findMany({ where: { reference: { startsWith: `${prefix}-` } }, select: { reference: true } })
    ).map((one) => one.reference),
  );
  const free: string[] = [];
  let next = lastReference;
  while (free.length < count) {
    next++;
    const own = reference(cohort.number, next);
    if (!used.has(own)) free.push(own);
  }
  await tx.call.update({ where: { id: callId }, data: { lastReference: next } });
  return free;
}
