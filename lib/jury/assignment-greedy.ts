import type { Goal } from './assignment-master';
import { costs, type SetSearch } from './assignment-sets';
import type { Readings } from './readings';

const ROUNDS = 3;

/**
 * A whole solution without proof: file after file, the best set of readers given what the other files take, some times
 * round. After the first round none makes things worse. `worthAt`: what each juror is worth on a file in that round.
 */
export function greedySets(
  { proposals, jurors, min, max }: Readings,
  { penalty: { under, over } }: Goal,
  search: SetSearch,
  worthAt: (file: number, round: number) => Float64Array,
): { pairs: number[]; cost: number } {
  const [P, J] = [proposals.length, jurors.length];
  const missing = jurors.map((_, j) => costs(under, min[j]!));
  const beyond = over && costs(over, P);
  const load = new Int32Array(J);
  const sets = proposals.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (let file = 0; file < P; file++) {
      for (const j of sets[file]!) load[j]!--;
      const value = worthAt(file, round);
      for (let j = 0; j < J; j++) {
        const short = min[j]! - load[j]!;
        if (round > 0 && short > 0) value[j]! += missing[j]![short]! - missing[j]![short - 1]!;
        const more = load[j]! + 1 - max[j]!;
        if (more > 0) value[j]! -= beyond ? beyond[more]! - beyond[more - 1]! : Number.POSITIVE_INFINITY;
      }
      sets[file] = search.best(file, value).found.at(-1)?.jurors ?? [];
      for (const j of sets[file]!) load[j]!++;
    }
  let cost = 0;
  sets.forEach((who, file) => {
    cost -= search.worthOf(file, who);
  });
  load.forEach((given, j) => {
    if (given < min[j]!) cost += missing[j]![min[j]! - given]!;
    if (beyond && given > max[j]!) cost += beyond[given - max[j]!]!;
  });
  return { pairs: sets.flatMap((who, file) => who.map((j) => file * J + j)).sort((a, b) => a - b), cost };
}
