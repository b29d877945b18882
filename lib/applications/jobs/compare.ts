import { findSimilar } from '@/lib/applications/queries/similar';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

/**
 * Compares files sent since they were last compared, one a transaction. What somebody judged stays; what no longer
 * resembles goes. Two files see each other. Returns how many were compared.
 */
export async function compareFiles(viewer: Viewer, clock: Clock, limit = 5): Promise<number> {
  if (viewer.kind !== 'system') return 0;
  let compared = 0;
  while (compared < limit && (await compareNext(clock))) compared++;
  return compared;
}

function compareNext(clock: Clock): Promise<boolean> {
  return transaction(async (tx) => {
    const [file] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM application WHERE state <> 'draft' AND submitted_at IS NOT NULL
        AND (compared_at IS NULL OR compared_at < submitted_at)
      ORDER BY submitted_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!file) return false;
    await keepSimilar(tx, file.id);
    await tx.$executeRaw`UPDATE application SET compared_at = GREATEST(${clock()}::timestamptz, submitted_at) WHERE id = ${file.id}::uuid`;
    return true;
  });
}

export async function keepSimilar(tx: Tx, applicationId: string): Promise<void> {
  const found = await findSimilar(tx, applicationId);
  const [kinds, ids, scores] = [
    found.map(({ kind }) => kind),
    found.map(({ id }) => id),
    found.map(({ score }) => score),
  ];
  await tx.$executeRaw`
    DELETE FROM similar_project s WHERE s.application_id = ${applicationId}::uuid AND s.verdict IS NULL
      AND NOT EXISTS (SELECT 1 FROM unnest(${kinds}::text[], ${ids}::uuid[]) f(kind, id) WHERE f.kind = s.kind AND f.id = s.other_id)`;
  await tx.$executeRaw`
    INSERT INTO similar_project (id, application_id, kind, other_id, score)
    SELECT gen_random_uuid(), ${applicationId}::uuid, f.kind, f.id, f.score
      FROM unnest(${kinds}::text[], ${ids}::uuid[], ${scores}::int[]) f(kind, id, score)
    UNION ALL
    SELECT gen_random_uuid(), f.id, 'application', ${applicationId}::uuid, f.score
      FROM unnest(${kinds}::text[], ${ids}::uuid[], ${scores}::int[]) f(kind, id, score) WHERE f.kind = 'application'
    ON CONFLICT (application_id, kind, other_id) DO UPDATE SET score = EXCLUDED.score`;
}
