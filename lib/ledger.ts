import { type Broken, CHAIN_START, checkChain, type Link } from '@/lib/chain';
import { rows } from '@/lib/db';

const BATCH = 10_000;

/** Reads the whole chain in batches and checks every link; returns the first broken one, or how many links hold and the last digest. */
export async function verifyLedger(): Promise<{ broken: Broken } | { links: bigint; hash: string }> {
  let last = { id: 0n, hash: CHAIN_START };
  for (;;) {
    const links = await rows<Link>(
      `SELECT id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, name, actor_kind AS "actorKind",
         actor_id AS "actorId", subject_kind AS "subjectKind", subject_id AS "subjectId", payload, prev_hash AS "prevHash", hash
       FROM event WHERE id > $1 ORDER BY event.id LIMIT ${BATCH}`,
      [last.id.toString()],
    );
    if (links.length === 0) return { links: last.id, hash: last.hash };
    const checked = checkChain(links, last);
    if ('why' in checked) return { broken: checked };
    last = checked;
  }
}
