import { asInteger, asLinear, type Highs, runModel, Sparse } from '../solver';
import type { Readings } from './readings';

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
 * and alike people, whose fractional answer has a whole one beside it; with them, files count one by one, in whole numbers.
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
  const single = { files: new Set<number>(apart.length > 0 ? proposals.keys() : []), people: new Set(apart.flat()) };
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
    if (rule.kind === 'readers')
      Object.assign(of(files, rule.proposal), { lower: readings.need, upper: readings.need });
    if (rule.kind === 'load_min') of(people, rule.juror).lower = readings.min[rule.juror]!;
    if (rule.kind === 'load_max') of(people, rule.juror).upper = readings.max[rule.juror]!;
    if (rule.kind === 'unavailable') of(people, rule.juror).absent = true;
  }
  const fileGroups = grouped(files, single.files, proposals.length);
  const peopleGroups = grouped(people, single.people, J);
  return flowExists(highs, fileGroups, peopleGroups, rules, J, seconds);
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

function flowExists(highs: Highs, files: Grouped, people: Grouped, rules: readonly Rule[], J: number, seconds: number) {
  const [F, U] = [files.groups.length, people.groups.length];
  const columns = new Sparse();
  const lower: number[] = [];
  const upper: number[] = [];
  const apart = rules.flatMap((rule) => (rule.kind === 'apart' ? [rule.jurors.map(people.at)] : []));
  files.groups.forEach((file, f) => {
    people.groups.forEach((person, u) => {
      const entries: [number, number][] = [
        [f, 1],
        [F + u, 1],
      ];
      apart.forEach((pair, index) => {
        if (pair.includes(u)) entries.push([F + U + index * F + f, 1]);
      });
      columns.add(entries);
      lower.push(0);
      upper.push(person.absent ? 0 : file.size * person.size);
    });
  });
  for (const rule of rules) {
    if (!('pair' in rule)) continue;
    const column = files.at(Math.floor(rule.pair / J)) * U + people.at(rule.pair % J);
    if (rule.kind === 'pinned') lower[column] = 1;
    else upper[column] = 0;
  }
  if (lower.some((low, column) => low > upper[column]!)) return false;
  const rows = [...files.groups, ...people.groups];
  const numRows = rows.length + apart.length * F;
  const finite = (value: number) => Math.min(value, highs.infinity);
  const model = highs.createModel({
    numCols: F * U,
    numRows,
    colCost: new Float64Array(F * U),
    colLower: lower,
    colUpper: upper,
    rowLower: [...rows.map(({ lower, size }) => lower * size), ...new Float64Array(apart.length * F)],
    rowUpper: [...rows.map(({ upper, size }) => finite(upper * size)), ...new Float64Array(apart.length * F).fill(1)],
    matrix: columns.matrix('csc', numRows, F * U),
    ...(apart.length > 0 && { integrality: new Int32Array(F * U).fill(highs.constants.variableType.integer) }),
  });
  try {
    model.options.set({ ...(apart.length > 0 ? asInteger : { ...asLinear, presolve: 'on' }), time_limit: seconds });
    const outcome = runModel(highs, model);
    return outcome === 'time_limit' ? 'unknown' : outcome === 'optimal';
  } finally {
    model.dispose();
  }
}
