import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { digestOf, minutesContent, signatureDigest } from '@/lib/jury/minutes';
import { jurorIdOf, readsMinutes, runsJury } from '@/lib/jury/policy';
import { draftMinutes } from '@/lib/jury/queries/minutes';
import { stageDetail } from '@/lib/jury/queries/stages';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Seals the minutes as they stand: their digest enters the event chain. A correction is a further number, never a rewrite. */
export async function sealMinutes(
  viewer: Viewer,
  input: { stageId: string; remarks: string },
  clock: Clock,
): Promise<Result<{ id: string; digest: string }, 'not_allowed' | 'unknown_stage' | 'still_open' | 'undecided'>> {
  if (!runsJury(viewer) || viewer.kind !== 'person') return refuse('not_allowed');
  const stage = await stageDetail(viewer, input.stageId);
  const draft = stage && (await draftMinutes(viewer, stage));
  if (!stage || !draft) return refuse('unknown_stage');
  if (!stage.closedAt) return refuse('still_open');
  const undecided = draft.files.filter(({ decision }) => decision === 'eligible').length;
  if (undecided) return refuse('undecided', { count: undecided });
  return transaction(async (tx) => {
    const number = (await tx.minutes.count({ where: { stageId: stage.id } })) + 1;
    const sealedAt = clock();
    const content = JSON.stringify(
      minutesContent.parse({
        ...draft,
        number,
        remarks: input.remarks,
        sealedBy: viewer.name,
        sealedAt: sealedAt.toISOString(),
      }),
    );
    const digest = digestOf(content);
    const minutes = await tx.minutes.create({
      data: { stageId: stage.id, number, content, digest, sealedById: viewer.id, sealedAt },
      select: { id: true },
    });
    await record(
      tx,
      viewer,
      'minutes.sealed',
      { kind: 'minutes', id: minutes.id },
      { stage: stage.id, number, digest },
    );
    return ok({ id: minutes.id, digest });
  });
}

/** Signs sealed minutes: by who sat on the jury or runs it, over the digest they read. */
export async function signMinutes(
  viewer: Viewer,
  input: { minutesId: string; digest: string },
  clock: Clock,
): Promise<Result<{ path: string }, 'not_found' | 'changed_meanwhile' | 'already_signed'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const [minutes] = await tx.$queryRawUnsafe<{ id: string; stage_id: string; digest: string }[]>(
      `SELECT m.id, m.stage_id, m.digest FROM minutes m JOIN stage s ON s.id = m.stage_id
       WHERE m.id = $1::uuid AND ($2 OR (${readsMinutes('$3')}))`,
      input.minutesId,
      runsJury(viewer),
      jurorIdOf(viewer),
    );
    if (!minutes) return refuse('not_found');
    if (minutes.digest !== input.digest) return refuse('changed_meanwhile');
    const signedAt = clock();
    const signature = signatureDigest(minutes.digest, viewer.id, signedAt.toISOString());
    const { count } = await tx.minutesSignature.createMany({
      data: [{ minutesId: minutes.id, personId: viewer.id, digest: signature, signedAt }],
      skipDuplicates: true,
    });
    if (count === 0) return refuse('already_signed');
    // The name as digest only: the chain holds no personal data, the file given away does.
    await record(
      tx,
      viewer,
      'minutes.signed',
      { kind: 'minutes', id: minutes.id },
      { signature, name: digestOf(viewer.name) },
    );
    return ok({ path: runsJury(viewer) ? `/admin/jury/${minutes.stage_id}/minutes` : `/jury/minutes/${minutes.id}` });
  });
}
