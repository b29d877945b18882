import { transaction } from '@/lib/db';
import { freeOfConflict, jurorIdOf, READABLE_FILE, runsJury } from '@/lib/jury/policy';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** A note of the discussion of one file, by whoever runs the jury; someone who has a tie with the file writes nothing on it. */
export async function noteDiscussion(
  viewer: Viewer,
  input: { stageId: string; applicationId: string; text: string },
): Promise<Result<null, 'not_allowed' | 'unknown_file'>> {
  if (!runsJury(viewer) || viewer.kind !== 'person') return refuse('not_allowed');
  return transaction(async (tx) => {
    const [file] = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT a.id FROM application a JOIN stage s ON s.call_id = a.call_id
       WHERE a.id = $1::uuid AND s.id = $2::uuid AND ${READABLE_FILE} AND ${freeOfConflict('a.id', '$3')}`,
      input.applicationId,
      input.stageId,
      jurorIdOf(viewer),
    );
    if (!file) return refuse('unknown_file');
    const note = await tx.deliberationNote.create({ data: { ...input, byId: viewer.id }, select: { id: true } });
    await record(
      tx,
      viewer,
      'discussion.noted',
      { kind: 'application', id: input.applicationId },
      { stage: input.stageId, note: note.id },
    );
    return ok(null);
  });
}
