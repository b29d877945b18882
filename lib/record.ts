import type { Tx } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

export type Subject = { kind: string; id: string };

/**
 * Appends one event to the hash chain, in the transaction of the act itself.
 * `name` is `<noun>.<past participle>`; `data` holds identifiers, codes, digests and numbers, never free text or
 * personal data: the chain cannot be rewritten when someone asks to be forgotten.
 * Never called for anonymous answers.
 */
export async function record(
  tx: Tx,
  viewer: Viewer,
  name: `${string}.${string}`,
  subject: Subject,
  data: Record<string, unknown> = {},
): Promise<void> {
  const actorId = viewer.kind === 'person' ? viewer.id : viewer.kind === 'system' ? viewer.job : null;
  const payload = JSON.stringify(data);
  // Takes the chain's lock until commit: call it last in the transaction.
  await tx.$executeRaw`SELECT append_event(${name}, ${viewer.kind}, ${actorId}, ${subject.kind}, ${subject.id}, ${payload})`;
}
