import { decideFiles } from '@/lib/applications/commands/decide';
import { giveReaders } from '@/lib/applications/commands/readings';
import { remindFiles } from '@/lib/applications/commands/remind';
import type { Entrusting, Examination, Labelling } from '@/lib/applications/examination';
import { filesRunBy } from '@/lib/applications/policy';
import { COLLEAGUES, invitedTo } from '@/lib/applications/queries/colleagues';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

export type Done = { changed: number; left: number; act: string };

/** The coordination may examine any file; somebody invited, those of their call that are not their own. */
async function mayExamineAll(tx: Tx, personId: string, files: { id: string; callId: string }[]): Promise<boolean> {
  const calls = [...new Set(files.map(({ callId }) => callId))];
  const able = await tx.$queryRawUnsafe<unknown[]>(
    `SELECT p.id FROM person p WHERE p.id = $1::uuid AND ((${COLLEAGUES})
       OR (NOT EXISTS (SELECT 1 FROM unnest($2::uuid[]) one WHERE NOT ${invitedTo('one')})
         AND NOT EXISTS (SELECT 1 FROM application a LEFT JOIN application_member m ON m.application_id = a.id
           WHERE a.id = ANY ($3::uuid[]) AND (a.owner_id = p.id OR m.email = p.email))))`,
    personId,
    calls,
    files.map(({ id }) => id),
  );
  return able.length > 0;
}

/** Gives files to one person to examine, of the coordination or invited to their call, or to nobody. */
export async function entrustFiles(
  viewer: Viewer,
  { ids, instructorId }: Entrusting,
): Promise<Result<Done, 'not_allowed' | 'unknown_person' | 'nothing_to_change'>> {
  if (viewer.kind !== 'person') return refuse('not_allowed');
  return transaction(async (tx) => {
    const files = await tx.application.findMany({
      where: {
        AND: [
          { id: { in: ids } },
          instructorId
            ? { OR: [{ instructorId: null }, { instructorId: { not: instructorId } }] }
            : { instructorId: { not: null } },
          filesRunBy(viewer),
        ],
      },
      select: { id: true, callId: true, instructorId: true },
    });
    const [first] = files;
    if (!first) return refuse('nothing_to_change');
    if (instructorId && !(await mayExamineAll(tx, instructorId, files))) return refuse('unknown_person');
    await tx.application.updateMany({ where: { id: { in: files.map(({ id }) => id) } }, data: { instructorId } });
    const changes = files.map((file) => ({ id: file.id, before: file.instructorId, after: instructorId }));
    const data = { callId: first.callId, byId: viewer.id, kind: 'entrust', changes };
    const act = await tx.fileAct.create({ data, select: { id: true } });
    for (const { id } of files)
      await record(tx, viewer, 'application.entrusted', { kind: 'application', id }, { to: instructorId });
    return ok({ changed: files.length, left: ids.length - files.length, act: act.id });
  });
}

/** Puts a label on files, or takes it off. */
export async function labelFiles(
  viewer: Viewer,
  { ids, label, remove }: Labelling,
): Promise<Result<Done, 'not_allowed' | 'nothing_to_change'>> {
  if (viewer.kind !== 'person') return refuse('not_allowed');
  return transaction(async (tx) => {
    const has = { labels: { has: label } };
    const files = await tx.application.findMany({
      where: { AND: [{ id: { in: ids } }, remove ? has : { NOT: has }, filesRunBy(viewer)] },
      select: { id: true, callId: true },
    });
    const [first] = files;
    if (!first) return refuse('nothing_to_change');
    const found = files.map(({ id }) => id);
    if (remove)
      await tx.$executeRaw`UPDATE application SET labels = array_remove(labels, ${label}) WHERE id = ANY (${found}::uuid[])`;
    else
      await tx.$executeRaw`UPDATE application SET labels = labels || ${label}::text WHERE id = ANY (${found}::uuid[]) AND NOT ${label} = ANY (labels)`;
    const changes = found.map((id) => ({ id, before: remove ? label : null, after: remove ? null : label }));
    const kind = remove ? 'unlabel' : 'label';
    const data = { callId: first.callId, byId: viewer.id, kind, changes };
    const act = await tx.fileAct.create({ data, select: { id: true } });
    const name = remove ? 'application.unlabelled' : 'application.labelled';
    for (const id of found) await record(tx, viewer, name, { kind: 'application', id }, { act: act.id });
    return ok({ changed: found.length, left: ids.length - found.length, act: act.id });
  });
}

/** The board's buttons: each is one act, on one file or many. */
export function examineFiles(viewer: Viewer, input: Examination, clock: Clock) {
  const { ids, intent } = input;
  switch (intent) {
    case 'entrust':
      return entrustFiles(viewer, { ids, instructorId: input.instructorId === 'none' ? null : input.instructorId });
    case 'label':
    case 'unlabel':
      return labelFiles(viewer, { ids, label: input.label, remove: intent === 'unlabel' });
    case 'readers':
      return giveReaders(viewer, { ids, readers: input.readers, due: input.due }, clock);
    case 'remind':
      return remindFiles(viewer, { ids }, clock);
    default:
      return decideFiles(viewer, { ids, after: intent, reason: input.reason, said: input.findings });
  }
}
