/** One way to compare two files. The higher value goes first; a file without a value comes after those with one. */
export interface RankRule<T> {
  /** Named in the minutes: "tie broken by …". */
  name: string;
  value: (item: T) => number | null;
}

export interface Ranked<T> {
  item: T;
  /** 1, 2, 2, 4. Null when the first rule has no value for it: it is listed last, without a place. */
  place: number | null;
  /** How many others share the place after every rule. */
  tiedWith: number;
  /** The rule that set it apart from the one before; null for the first rule, or when still tied. */
  brokenBy: string | null;
}

/** Values are compared at a thousandth: beyond, a difference is an accident of arithmetic. */
const rounded = (value: number | null) => (value === null ? Number.NEGATIVE_INFINITY : Math.round(value * 1000) / 1000);

/**
 * Order by the first rule, ties broken by the next ones in turn. What no rule separates stays a tie, shown in the
 * order of `listing` (a reference, an id), which decides nothing.
 */
export function rank<T>(items: readonly T[], rules: readonly RankRule<T>[], listing: (item: T) => string): Ranked<T>[] {
  const rows = items.map((item) => ({
    item,
    values: rules.map((rule) => rounded(rule.value(item))),
    label: listing(item),
  }));
  const apart = (a: number[], b: number[]) => a.findIndex((value, at) => value !== b[at]);
  rows.sort((a, b) => {
    const at = apart(a.values, b.values);
    return at >= 0 ? (b.values[at]! > a.values[at]! ? 1 : -1) : a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
  });
  const placed: Ranked<T>[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && apart(rows[from]!.values, rows[to]!.values) < 0) to++;
    const broken = from > 0 ? apart(rows[from - 1]!.values, rows[from]!.values) : 0;
    const place = rows[from]!.values[0] === Number.NEGATIVE_INFINITY ? null : from + 1;
    for (const { item } of rows.slice(from, to))
      placed.push({
        item,
        place,
        tiedWith: to - from - 1,
        brokenBy: broken > 0 && place !== null ? rules[broken]!.name : null,
      });
    from = to;
  }
  return placed;
}

/** What the rules of a jury can look at; a stage names those it uses, in order. */
export interface Rankable {
  id: string;
  mean: number | null;
  corrected?: number | null;
  /** Mean rank given by the panels or jurors, 1 the best. */
  rankVotes: number | null;
  favourites: number;
  favourable: number;
  spread: number | null;
  byCriterion: Readonly<Record<string, number | null>>;
}

export const rankRuleNames = [
  'mean',
  'corrected',
  'rank_votes',
  'favourites',
  'favourable',
  'agreement',
  'lot',
] as const;
export type RankRuleName = (typeof rankRuleNames)[number] | `criterion:${string}`;

/** The rule of a name. `lot` draws from the seed written in the minutes, so that anybody can draw again. */
export function rankRule(name: RankRuleName, seed = ''): RankRule<Rankable> {
  const negative = (value: number | null) => (value === null ? null : -value);
  const values: Record<(typeof rankRuleNames)[number], (item: Rankable) => number | null> = {
    mean: (item) => item.mean,
    corrected: (item) => item.corrected ?? null,
    rank_votes: (item) => negative(item.rankVotes),
    favourites: (item) => item.favourites,
    favourable: (item) => item.favourable,
    agreement: (item) => negative(item.spread),
    lot: (item) => lot(`${seed}\n${item.id}`),
  };
  if (name.startsWith('criterion:')) {
    const key = name.slice('criterion:'.length);
    return { name, value: (item) => item.byCriterion[key] ?? null };
  }
  return { name, value: values[name as (typeof rankRuleNames)[number]] };
}

/** FNV-1a with a final mix: spreads neighbouring texts; a whole number, so that the comparison at a thousandth keeps it. */
function lot(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
