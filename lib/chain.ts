import { createHash } from 'node:crypto';

/** One link of the event chain, as the database and exports give it; `at` in UTC with milliseconds. */
export type Link = {
  id: string;
  at: string;
  name: string;
  actorKind: string;
  actorId: string | null;
  subjectKind: string;
  subjectId: string;
  payload: string;
  prevHash: string;
  hash: string;
};

export const CHAIN_START = '0'.repeat(64);

/** The digest of a link: the same text as append_event() in the first migration. */
export function linkHash(link: Omit<Link, 'hash'>): string {
  const text = [
    link.prevHash,
    link.id,
    link.at,
    link.name,
    link.actorKind,
    link.actorId ?? '',
    link.subjectKind,
    link.subjectId,
    link.payload,
  ];
  return createHash('sha256').update(text.join('\n')).digest('hex');
}

export type Broken = { id: string; why: 'gap' | 'previous' | 'content' };

/** Follows the chain from `after` and returns its first broken link, or the last good one. Pure. */
export function checkChain(
  links: Iterable<Link>,
  after = { id: 0n, hash: CHAIN_START },
): Broken | { id: bigint; hash: string } {
  let last = after;
  for (const link of links) {
    if (BigInt(link.id) !== last.id + 1n) return { id: link.id, why: 'gap' };
    if (link.prevHash !== last.hash) return { id: link.id, why: 'previous' };
    if (linkHash(link) !== link.hash) return { id: link.id, why: 'content' };
    last = { id: BigInt(link.id), hash: link.hash };
  }
  return last;
}
