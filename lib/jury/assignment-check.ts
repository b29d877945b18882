import { type Block, blocks, type Readings } from './readings';

/** One thing a set of pairs breaks. Shared by the solver's `unmet`, the check of manual edits and the tests. */
export type Breach =
  | { kind: 'readers'; proposal: string; wanted: number; given: number }
  | { kind: 'load_min'; juror: string; limit: number; given: number }
  | { kind: 'load_max'; juror: string; limit: number; given: number }
  | { kind: 'pinned'; juror: string; proposal: string }
  | { kind: 'blocked'; juror: string; proposal: string; reason: Block }
  | { kind: 'apart'; jurors: [string, string]; proposal: string }
  | { kind: 'twice'; juror: string; proposal: string }
  | { kind: 'unknown'; juror: string; proposal: string };

export interface Checked {
  breaches: Breach[];
  /** Points of the pairs, by the same count as the solver's objective. */
  points: number;
}

/** What these pairs [juror, proposal] break, and what they are worth. Written apart from the solver, to check it too. */
export function checkPairs(readings: Readings, pairs: readonly (readonly [string, string])[]): Checked {
  const { proposals, jurors, need, min, max, block, pinned, apart, points, background, bonus } = readings;
  const proposalAt = new Map(proposals.map((id, index) => [id, index]));
  const jurorAt = new Map(jurors.map((id, index) => [id, index]));
  const readers = proposals.map(() => new Set<number>());
  const load = jurors.map(() => 0);
  const breaches: Breach[] = [];
  let total = 0;
  for (const [juror, proposal] of pairs) {
    const [i, j] = [proposalAt.get(proposal), jurorAt.get(juror)];
    if (i === undefined || j === undefined) {
      breaches.push({ kind: 'unknown', juror, proposal });
      continue;
    }
    if (readers[i]!.has(j)) {
      breaches.push({ kind: 'twice', juror, proposal });
      continue;
    }
    readers[i]!.add(j);
    load[j]! += 1;
    const pair = i * jurors.length + j;
    total += points[pair]!;
    if (block[pair]) breaches.push({ kind: 'blocked', juror, proposal, reason: blocks[block[pair]!] as Block });
  }
  readers.forEach((set, i) => {
    const proposal = proposals[i]!;
    if (set.size !== need) breaches.push({ kind: 'readers', proposal, wanted: need, given: set.size });
    for (const [a, b] of apart)
      if (set.has(a) && set.has(b)) breaches.push({ kind: 'apart', jurors: [jurors[a]!, jurors[b]!], proposal });
    total += bonus * new Set([...set].map((j) => background[j]!).filter((known) => known >= 0)).size;
  });
  load.forEach((given, j) => {
    const juror = jurors[j]!;
    if (given < min[j]!) breaches.push({ kind: 'load_min', juror, limit: min[j]!, given });
    if (given > max[j]!) breaches.push({ kind: 'load_max', juror, limit: max[j]!, given });
  });
  for (const pair of pinned) {
    const [i, j] = [Math.floor(pair / jurors.length), pair % jurors.length];
    if (!readers[i]!.has(j)) breaches.push({ kind: 'pinned', juror: jurors[j]!, proposal: proposals[i]! });
  }
  return { breaches, points: total };
}
