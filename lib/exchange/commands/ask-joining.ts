import { type Tx, transaction } from '@/lib/db';
import { mayImport } from '@/lib/exchange/policy';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { removeStored, type Stored } from '@/lib/storage';
import { personId, type Viewer } from '@/lib/viewer';

type Joining = { slug: string; importId: string; brought: { name: string; stored: Stored }[] };
type Refused = 'not_found' | 'under_way';

/** Hands over what was brought for an import, to be joined to its files in the background; one lot at a time. */
export async function askJoining(viewer: Viewer, joining: Joining): Promise<Result<{ id: string }, Refused>> {
  const asked = await transaction((tx) => ask(tx, viewer, joining));
  if (!asked.ok) for (const { stored } of joining.brought) await removeStored(stored.storageKey);
  return asked;
}

async function ask(
  tx: Tx,
  viewer: Viewer,
  { slug, importId, brought }: Joining,
): Promise<Result<{ id: string }, Refused>> {
  if (!mayImport(viewer)) return refuse('not_found');
  const run = await tx.filesImport.findFirst({
    where: { id: importId, call: { slug }, kind: 'demarches', state: 'applied' },
    select: { callId: true },
  });
  if (!run) return refuse('not_found');
  // What was joined before makes room; what is being joined does not.
  await tx.filesJoining.deleteMany({ where: { importId, state: { notIn: ['waiting', 'running'] } } });
  const { count } = await tx.filesJoining.createMany({
    data: [{ importId, byId: personId(viewer) }],
    skipDuplicates: true,
  });
  if (count === 0) return refuse('under_way');
  await tx.filesBrought.createMany({ data: brought.map(({ name, stored }) => ({ importId, name, ...stored })) });
  const told = { import: importId, brought: brought.length };
  await record(tx, viewer, 'files_import.joining_asked', { kind: 'call', id: run.callId }, told);
  return ok({ id: importId });
}
