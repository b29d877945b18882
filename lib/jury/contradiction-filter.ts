import type { Highs } from '../solver';
import { type Rule, rulesHold } from './contradiction-system';
import type { Readings } from './readings';

export interface Filtered {
  rules: Rule[];
  /** False when time ran out: the set is contradictory but may still be cut down. */
  minimal: boolean;
}

/**
 * Deletion filter: drops as many rules of each class as leave the rest in contradiction. What is left is irreducible:
 * without any one of them the others can be met. Returns null when the rules given do not contradict each other.
 */
export function filterRules(
  highs: Highs,
  readings: Readings,
  rules: readonly Rule[],
  seconds: number,
): Filtered | null {
  const deadline = performance.now() + seconds * 1000;
  const holds = (some: readonly Rule[]) => rulesHold(highs, readings, some, (deadline - performance.now()) / 1000);
  if (rules.length === 0 || holds(rules) !== false) return null;
  let kept = [...rules];
  let minimal = true;
  // What is asked is let go before what is forbidden: a prohibition about a file nobody must read goes with it.
  const asked = (group: Rule[]) => (group[0]!.kind === 'readers' ? 0 : 1);
  for (const group of classesOf(readings, rules).sort((a, b) => asked(a) - asked(b))) {
    const without = (count: number) => {
      const dropped = new Set(group.slice(0, count));
      return kept.filter((rule) => !dropped.has(rule));
    };
    let [dropped, limit] = [0, group.length + 1];
    while (limit - dropped > 1 && minimal) {
      const middle = limit > group.length ? group.length : (dropped + limit) >> 1;
      const held = holds(without(middle));
      if (held === 'unknown') minimal = false;
      else if (held) limit = middle;
      else dropped = middle;
    }
    kept = without(dropped);
  }
  return { rules: kept, minimal };
}

/**
 * Rules that could change places without anybody noticing (same kind, same limit, on people and files no other rule
 * names): only how many of them stay matters, which a search by halves finds. Others are alone in their class.
 */
function classesOf({ min, max, jurors }: Readings, rules: readonly Rule[]): Rule[][] {
  const J = jurors.length;
  const times = new Map<string, number>();
  const names = rules.map((rule) => {
    const found: string[] = [];
    if ('proposal' in rule) found.push(`file ${rule.proposal}`);
    if ('pair' in rule) found.push(`file ${Math.floor(rule.pair / J)}`, `juror ${rule.pair % J}`);
    if ('juror' in rule) found.push(`juror ${rule.juror}`);
    if ('jurors' in rule) found.push(`juror ${rule.jurors[0]}`, `juror ${rule.jurors[1]}`);
    for (const name of found) times.set(name, (times.get(name) ?? 0) + 1);
    return found;
  });
  const classes = new Map<string, Rule[]>();
  rules.forEach((rule, index) => {
    const shared = names[index]!.filter((name) => times.get(name)! > 1);
    const limit = rule.kind === 'load_min' ? min[rule.juror] : rule.kind === 'load_max' ? max[rule.juror] : '';
    const alone = rule.kind === 'apart' || shared.length > 1 || (shared.length === 1 && names[index]!.length === 1);
    const key = alone ? `alone ${index}` : `${rule.kind} ${limit} ${shared[0] ?? ''}`;
    classes.set(key, [...(classes.get(key) ?? []), rule]);
  });
  return [...classes.values()];
}
