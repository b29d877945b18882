import { transaction } from '@/lib/db';
import { jurorIdOf, READABLE_FILE, runsJury } from '@/lib/jury/policy';
import type { RedactionInput } from '@/lib/jury/redaction-input';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/**
 * What jurors of an anonymous stage read in place of an answer; `null` gives the answer back. An empty text hides it:
 * it never falls back to what it hides.
 */
export async function redactField(
  viewer: Viewer,
  input: Omit<RedactionInput, 'text'> & { text: string | null },
): Promise<Result<null, 'not_allowed' | 'unknown_file'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const { applicationId, fieldId, text } = input;
  return transaction(async (tx) => {
    const [file] = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT a.id FROM application a JOIN stage s ON s.call_id = a.call_id WHERE a.id = $1::uuid AND s.id = $2::uuid AND ${READABLE_FILE}`,
      applicationId,
      input.stageId,
    );
    if (!file) return refuse('unknown_file');
    if (text === null) await tx.redaction.deleteMany({ where: { applicationId, fieldId } });
    else
      await tx.redaction.upsert({
        where: { applicationId_fieldId: { applicationId, fieldId } },
        create: { applicationId, fieldId, text, byId: jurorIdOf(viewer) },
        update: { text, byId: jurorIdOf(viewer) },
      });
    await record(
      tx,
      viewer,
      text === null ? 'answer.restored' : 'answer.redacted',
      { kind: 'application', id: applicationId },
      { field: fieldId },
    );
    return ok(null);
  });
}
