import type { Highs } from '../solver';
import { demandsOnly } from './assignment-goals';
import { Master } from './assignment-master';
import { firstPairs, relax } from './assignment-program';
import { type Filtered, filterRules } from './contradiction-filter';
import type { Rule } from './contradiction-system';
import { blocks, type Readings } from './readings';
import { canBeTogether } from './together';

const SECONDS = 6;
const UNAVAILABLE = blocks.indexOf('unavailable');

/** A small contradictory set of rules: first those around one file, one juror or one pinned pair, then those of the whole. */
export function contradictionOf(highs: Highs, readings: Readings): Filtered | null {
  const local = localSets(readings)
    .slice(0, 12)
    .flatMap((rules) => filterRules(highs, readings, rules, SECONDS / 4) ?? []);
  if (local.length > 0) return local.reduce((best, found) => (found.rules.length < best.rules.length ? found : best));
  return (
    filterRules(highs, readings, supportOf(highs, readings), SECONDS) ??
    filterRules(highs, readings, allRules(readings), SECONDS)
  );
}

function blockRule(readings: Readings, pair: number): Rule {
  return readings.block[pair] === UNAVAILABLE
    ? { kind: 'unavailable', juror: pair % readings.jurors.length }
    : { kind: 'blocked', pair };
}

function localSets(readings: Readings): Rule[][] {
  const { proposals, jurors, need, min, max, block, pinned, apart } = readings;
  const [P, J] = [proposals.length, jurors.length];
  const sets: Rule[][] = [];
  const pin = (pair: number): Rule => ({ kind: 'pinned', pair });
  for (const pair of pinned) if (block[pair]) sets.push([pin(pair), blockRule(readings, pair)]);
  const has = new Set(pinned);
  for (const [a, b] of apart)
    for (let i = 0; i < P; i++)
      if (has.has(i * J + a) && has.has(i * J + b))
        sets.push([pin(i * J + a), pin(i * J + b), { kind: 'apart', jurors: [a, b] }]);
  for (let j = 0; j < J; j++) {
    const pins = pinned.filter((pair) => pair % J === j);
    if (pins.length > max[j]!) sets.push([{ kind: 'load_max', juror: j }, ...pins.map(pin)]);
    const closed = proposals.map((_, i) => i * J + j).filter((pair) => block[pair]);
    if (P - closed.length < min[j]!)
      sets.push([{ kind: 'load_min', juror: j }, ...closed.map((pair) => blockRule(readings, pair))]);
  }
  for (let i = 0; i < P; i++) {
    const readers: Rule = { kind: 'readers', proposal: i };
    const pins = pinned.filter((pair) => Math.floor(pair / J) === i);
    if (pins.length > need) sets.push([readers, ...pins.map(pin)]);
    const closed: Rule[] = [];
    let count = 0;
    for (let j = 0; j < J; j++) {
      if (!block[i * J + j] && max[j]! > 0) continue;
      count++;
      closed.push(block[i * J + j] ? blockRule(readings, i * J + j) : { kind: 'load_max', juror: j });
    }
    if (J - count < need) sets.push([readers, ...closed]);
  }
  for (const file of apart.length > 0 ? knotted(readings).slice(0, 3) : []) {
    const blocked = jurors.flatMap((_, j) => (block[file * J + j] ? [blockRule(readings, file * J + j)] : []));
    sets.push([
      ...apart.map((pair): Rule => ({ kind: 'apart', jurors: pair })),
      ...blocked,
      { kind: 'readers', proposal: file },
    ]);
  }
  return sets;
}

/** Files that cannot have their readers because too many of those allowed are apart, the fewest allowed first. */
export function knotted({ proposals, jurors, block, apart, need }: Readings): number[] {
  const J = jurors.length;
  const near = new Map(jurors.map((_, j) => [j, new Set<number>()]));
  for (const [a, b] of apart) {
    near.get(a)!.add(b);
    near.get(b)!.add(a);
  }
  const allowed = proposals.map((_, i) => jurors.flatMap((_, j) => (block[i * J + j] ? [] : [j])));
  return proposals
    .flatMap((_, i) => (canBeTogether(allowed[i]!, near, need) === false ? [i] : []))
    .sort((a, b) => allowed[a]!.length - allowed[b]!.length || a - b);
}

/** The rules that carry a price when only demands are counted: together they contradict each other (Farkas). */
function supportOf(highs: Highs, readings: Readings): Rule[] {
  const { proposals, jurors, block, pinned, cliques, apart } = readings;
  const [P, J, C] = [proposals.length, jurors.length, cliques.length];
  const { dual, reduced, cliqueRow } = demandPrices(highs, readings);
  const rules: Rule[] = [];
  const closed = new Map<string, Rule>();
  block.forEach((reason, pair) => {
    if (!reason || reduced[pair]! > -1e-6) return;
    const rule = blockRule(readings, pair);
    closed.set(rule.kind === 'unavailable' ? `juror ${rule.juror}` : `pair ${pair}`, rule);
  });
  rules.push(...closed.values());
  const groups = new Set([...cliqueRow].filter(([, row]) => Math.abs(dual[row]!) > 1e-6).map(([key]) => key % C));
  for (const pair of apart)
    if ([...groups].some((group) => pair.every((juror) => cliques[group]!.includes(juror))))
      rules.push({ kind: 'apart', jurors: pair });
  for (const pair of pinned) rules.push({ kind: 'pinned', pair });
  for (let j = 0; j < J; j++) {
    if (dual[P + j]! > 1e-6) rules.push({ kind: 'load_min', juror: j });
    if (dual[P + j]! < -1e-6) rules.push({ kind: 'load_max', juror: j });
  }
  for (let i = 0; i < P; i++) if (Math.abs(dual[i]!) > 1e-6) rules.push({ kind: 'readers', proposal: i });
  return rules;
}

function demandPrices(highs: Highs, readings: Readings) {
  const goal = demandsOnly(readings);
  const master = new Master(highs, readings, goal);
  try {
    master.addPairs(firstPairs(readings, goal));
    const { pricing } = relax(master, true);
    return { ...pricing, cliqueRow: master.cliqueRow };
  } finally {
    master.dispose();
  }
}

function allRules(readings: Readings): Rule[] {
  const { proposals, jurors, block, pinned, apart, min } = readings;
  const absent = new Set<number>();
  const rules: Rule[] = [];
  block.forEach((reason, pair) => {
    if (reason === UNAVAILABLE) absent.add(pair % jurors.length);
    else if (reason) rules.push({ kind: 'blocked', pair });
  });
  for (const juror of absent) rules.push({ kind: 'unavailable', juror });
  for (const pair of apart) rules.push({ kind: 'apart', jurors: pair });
  for (const pair of pinned) rules.push({ kind: 'pinned', pair });
  jurors.forEach((_, juror) => {
    if (min[juror]! > 0) rules.push({ kind: 'load_min', juror });
    rules.push({ kind: 'load_max', juror });
  });
  for (const proposal of proposals.keys()) rules.push({ kind: 'readers', proposal });
  return rules;
}
