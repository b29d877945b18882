import { asInteger, type Highs, runModel, Sparse } from '../solver';
import { type Arc, circulationExists } from './flow';
import type { Readings } from './readings';
import { canBeTogether } from './together';

/** One rule of the problem that can be in contradiction with others. Numbers are positions in the readings. */
export type Rule =
  | { kind: 'readers'; proposal: number }
  | { kind: 'load_min'; juror: number }
  | { kind: 'load_max'; juror: number }
  | { kind: 'unavailable'; juror: number }
  | { kind: 'blocked'; pair: number }
  | { kind: 'pinned'; pair: number }
  | { kind: 'apart'; jurors: [number, number] };

/** Files, or people, that the rules cannot tell from each other: they share one row, times their number. */
interface Group {
  size: number;
  lower: number;
  upper: number;
  absent: boolean;
}

/**
 * Whether these rules, and no others, can all be met. Without apart pairs this is a flow between groups of alike files
 * and alike people; with them, files that somebody must read count one by one, in a program of whole numbers.
 */
export function rulesHold(
  highs: Highs,
  readings: Readings,
  rules: readonly Rule[],
  seconds: number,
): boolean | 'unknown' {
  if (seconds <= 0) return 'unknown';
  const { proposals, jurors } = readings;
  const J = jurors.length;
  const apart = rules.flatMap((rule) => (rule.kind === 'apart' ? [rule.jurors] : []));
  if (apart.length > 0) {
    const found = filesHold(readings, rules);
    if (found !== 'unknown') return found;
  }
  const least = rules.some(({ kind }) => kind === 'load_min');
  const single = {
    files: new Set<number>(apart.length > 0 && least ? proposals.keys() : []),
    people: new Set(apart.flat()),
  };
  for (const rule of rules) {
    if (!('pair' in rule)) continue;
    single.files.add(Math.floor(rule.pair / J));
    single.people.add(rule.pair % J);
  }
  const files = new Map<number, Group>();
  const people = new Map<number, Group>();
  const of = (groups: Map<number, Group>, at: number) => {
    const group = groups.get(at) ?? { size: 1, lower: 0, upper: highs.infinity, absent: false };
    groups.set(at, group);
    return group;
  };
  for (const at of single.files) of(files, at);
  for (const at of single.people) of(people, at);
  for (const rule of rules) {
    if (rule.kind === 'readers' && apart.length > 0) single.files.add(rule.proposal);
    if (rule.kind === 'readers')
      Object.assign(of(files, rule.proposal), { lower: readings.need, upper: readings.need });
    if (rule.kind === 'load_min') of(people, rule.juror).lower = readings.min[rule.juror]!;
    if (rule.kind === 'load_max') of(people, rule.juror).upper = readings.max[rule.juror]!;
    if (rule.kind === 'unavailable') of(people, rule.juror).absent = true;
  }
  const fileGroups = grouped(files, single.files, proposals.length);
  const peopleGroups = grouped(people, single.people, J);
  return apart.length > 0
    ? programHolds(highs, fileGroups, peopleGroups, rules, J, seconds)
    : flowHolds(fileGroups, peopleGroups, rules, J);
}

/** With apart pairs and nothing that links one file to another, each file is looked at by itself. */
function filesHold({ jurors, max, need }: Readings, rules: readonly Rule[]): boolean | 'unknown' {
  const J = jurors.length;
  const files = rules.flatMap((rule) => (rule.kind === 'readers' ? [rule.proposal] : []));
  const out = new Set<number>();
  const blocked = new Set<number>();
  const near = new Map<number, Set<number>>();
  const link = (a: number, b: number) => near.set(a, (near.get(a) ?? new Set()).add(b));
  for (const rule of rules) {
    if (rule.kind === 'load_min' || rule.kind === 'pinned') return 'unknown';
    if (rule.kind === 'load_max' && max[rule.juror]! > 0 && max[rule.juror]! < files.length) return 'unknown';
    if (rule.kind === 'unavailable' || (rule.kind === 'load_max' && max[rule.juror] === 0)) out.add(rule.juror);
    if (rule.kind === 'blocked') blocked.add(rule.pair);
    if (rule.kind === 'apart') {
      link(rule.jurors[0], rule.jurors[1]);
      link(rule.jurors[1], rule.jurors[0]);
    }
  }
  let answer: boolean | 'unknown' = true;
  for (const file of files) {
    const people = jurors.flatMap((_, j) => (out.has(j) || blocked.has(file * J + j) ? [] : [j]));
    const found = canBeTogether(people, near, need);
    if (found === false) return false;
    if (found === 'unknown') answer = 'unknown';
  }
  return answer;
}

interface Grouped {
  groups: Group[];
  at: (member: number) => number;
}

function grouped(members: Map<number, Group>, single: Set<number>, total: number): Grouped {
  const groups: Group[] = [];
  const atOf = new Map<number, number>();
  const alike = new Map<string, number>();
  for (const [member, group] of members) {
    const key = single.has(member) ? `one ${member}` : `${group.lower} ${group.upper} ${group.absent}`;
    const at = alike.get(key) ?? groups.push({ ...group, size: 0 }) - 1;
    alike.set(key, at);
    groups[at]!.size++;
    atOf.set(member, at);
  }
  const rest = total - members.size;
  if (rest > 0) groups.push({ size: rest, lower: 0, upper: Number.POSITIVE_INFINITY, absent: false });
  return { groups, at: (member) => atOf.get(member)! };
}

function flowHolds(files: Grouped, people: Grouped, rules: readonly Rule[], J: number): boolean {
  const [F, U] = [files.groups.length, people.groups.length];
  const [all, end] = [F + U, F + U + 1];
  const limits = limitsOf(files, people, rules, J);
  const arcs: Arc[] = [{ from: end, to: all, lower: 0, upper: MANY }];
  files.groups.forEach(({ lower, upper, size }, f) => {
    arcs.push({ from: all, to: f, lower: lower * size, upper: Math.min(upper * size, MANY) });
    for (let u = 0; u < U; u++)
      if (limits.upper[f * U + u]! > 0 || limits.lower[f * U + u]! > 0)
        arcs.push({ from: f, to: F + u, lower: limits.lower[f * U + u]!, upper: limits.upper[f * U + u]! });
  });
  people.groups.forEach(({ lower, upper, size }, u) => {
    arcs.push({ from: F + u, to: end, lower: lower * size, upper: Math.min(upper * size, MANY) });
  });
  return circulationExists(F + U + 2, arcs);
}

const MANY = 1e9;

/** How many readings may go from each group of files to each group of people. */
function limitsOf(files: Grouped, people: Grouped, rules: readonly Rule[], J: number) {
  const U = people.groups.length;
  const lower = new Float64Array(files.groups.length * U);
  const upper = Float64Array.from(lower, (_, column) => {
    const [file, person] = [files.groups[Math.floor(column / U)]!, people.groups[column % U]!];
    return person.absent ? 0 : file.size * person.size;
  });
  const column = (pair: number) => files.at(Math.floor(pair / J)) * U + people.at(pair % J);
  for (const rule of rules) {
    if (rule.kind === 'pinned') lower[column(rule.pair)] = 1;
    if (rule.kind === 'blocked') upper[column(rule.pair)] = 0;
  }
  return { lower, upper };
}

function programHolds(
  highs: Highs,
  files: Grouped,
  people: Grouped,
  rules: readonly Rule[],
  J: number,
  seconds: number,
) {
  const [F, U] = [files.groups.length, people.groups.length];
  const columns = new Sparse();
  const apart = rules.flatMap((rule) => (rule.kind === 'apart' ? [rule.jurors.map(people.at)] : []));
  const { lower, upper } = limitsOf(files, people, rules, J);
  for (let f = 0; f < F; f++)
    for (let u = 0; u < U; u++) {
      const together = apart.flatMap((pair, index) => (pair.includes(u) ? [[F + U + index * F + f, 1] as const] : []));
      columns.add([[f, 1], [F + u, 1], ...together]);
    }
  if (lower.some((low, column) => low > upper[column]!)) return false;
  const rows = [...files.groups, ...people.groups];
  const numRows = rows.length + apart.length * F;
  const finite = (value: number) => Math.min(value, highs.infinity);
  // Files that no rule speaks of are one group: any two people may be on two of them.
  const room = files.groups.map(({ size }) => (size > 1 ? highs.infinity : 1));
  const model = highs.createModel({
    numCols: F * U,
    numRows,
    colCost: new Float64Array(F * U),
    colLower: lower,
    colUpper: upper,
    rowLower: [...rows.map((row) => row.lower * row.size), ...new Float64Array(apart.length * F)],
    rowUpper: [...rows.map((row) => finite(row.upper * row.size)), ...apart.flatMap(() => room)],
    matrix: columns.matrix('csc', numRows, F * U),
    integrality: new Int32Array(F * U).fill(highs.constants.variableType.integer),
  });
  try {
    model.options.set({ ...asInteger, time_limit: seconds });
    const outcome = runModel(highs, model);
    return outcome === 'time_limit' ? 'unknown' : outcome === 'optimal';
  } finally {
    model.dispose();
  }
}
