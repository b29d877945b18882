import { Draft, type Highs } from '../solver';
import type { PanelsCase } from './panels-case';
import type { Arrangement } from './panels-search';

/** Rules that can be set aside together to see which contradict each other, in the order they are set aside. */
export const panelRules = [
  'comparable',
  'pinned',
  'apart',
  'former_fellow',
  'panel_files',
  'panel_size',
  'seats',
  'team_away',
  'juror_away',
  'same_half_day',
  'barred',
  'hearings',
] as const;
export type PanelRule = (typeof panelRules)[number];

export interface PanelsModel {
  draft: Draft;
  /** Column of a juror, or of a file, in a panel. */
  sits: number[][];
  hears: number[][];
  /** Cost when everything wished for is obtained: minimum ≥ this. */
  ideal: number;
  /** Columns and values of a known arrangement, its panels put in the order the program expects. */
  start: (known: Arrangement) => { indices: number[]; values: number[] };
}

export interface Request {
  active: ReadonlySet<PanelRule>;
  /** What one demand missed costs (then none is binding); prohibitions never have a price. */
  missPrice?: number;
  /** Seats and hearings that already stand, by panel: keeping each is worth so many points. */
  keep?: { jurors: ReadonlySet<number>[]; files: ReadonlySet<number>[]; worth: number };
  /** Maxima of panels may be stretched, at the price of a demand missed. */
  stretch?: boolean;
  /** Rules set aside for one file, juror or pair ("team_away 3"), to find whose rules contradict each other. */
  skip?: ReadonlySet<string>;
  /** Groups of panels that must share a file with the others. */
  linked?: readonly (readonly number[])[];
}

const MANY = 1e9;

/** The panels as a whole-number program: minimise the wishes not met, under the active rules. */
export function panelsModel(highs: Highs, given: PanelsCase, request: Request): PanelsModel {
  const { active, missPrice, keep } = request;
  const draft = new Draft(highs);
  const panels = given.dayOf.map((_, p) => p);
  const sits = given.jurors.map(() => panels.map(() => draft.column(0, 0, 1)));
  const hears = given.proposals.map(() => panels.map(() => draft.column(0, 0, 1)));
  const miss = (most: number) => (missPrice ? [[draft.column(missPrice, 0, most), 1] as const] : []);
  const over = () => (missPrice && request.stretch ? [[draft.column(missPrice, 0, MANY), -1] as const] : []);
  const on = (rule: PanelRule, at = -1) => active.has(rule) && !request.skip?.has(`${rule} ${at}`);
  const ones = (columns: number[]) => columns.map((column) => [column, 1] as const);
  const days = given.halfDays.map((_, day) => panels.filter((p) => given.dayOf[p] === day));

  const close = (rule: PanelRule, columns: number[][], free: boolean[][]) => {
    columns.forEach((row, at) => {
      if (!on(rule, at)) return;
      row.forEach((column, p) => {
        if (!free[at]![given.dayOf[p]!]) draft.fix(column, 0);
      });
    });
  };
  close('juror_away', sits, given.jurorFree);
  close('team_away', hears, given.fileFree);
  hears.forEach((row, f) => {
    if (on('hearings', f))
      draft.row(given.hearings[f]!, given.hearings[f]!, [...ones(row), ...miss(given.hearings[f]!)]);
    if (on('same_half_day', f) && given.hearings[f]! > 1)
      for (const day of days) draft.row(0, 1, ones(day.map((p) => row[p]!)));
  });
  sits.forEach((row, j) => {
    const [min, max] = given.seats[j]!;
    if (on('seats', j)) draft.row(min, max, [...ones(row), ...miss(min)]);
    for (const day of days) if (day.length > 1 && max > 1) draft.row(0, 1, ones(day.map((p) => row[p]!)));
  });
  for (const p of panels) {
    const [who, what] = [sits.map((row) => row[p]!), hears.map((row) => row[p]!)];
    if (on('panel_size')) draft.row(given.size[0], given.size[1], [...ones(who), ...miss(given.size[0]), ...over()]);
    if (on('panel_files'))
      draft.row(given.files[0], given.files[1], [...ones(what), ...miss(given.files[0]), ...over()]);
    if (on('former_fellow') && given.formerPerPanel > 0)
      draft.row(given.formerPerPanel, MANY, [...ones(given.former.map((j) => who[j]!)), ...miss(given.formerPerPanel)]);
    given.apart.forEach(([a, b], at) => {
      if (on('apart', at)) atMostOne(draft, who[a]!, who[b]!);
    });
    given.barred.forEach(({ juror, file }, at) => {
      if (on('barred', at)) atMostOne(draft, who[juror]!, what[file]!);
    });
  }
  given.pinned.forEach(([j, f], at) => {
    if (!on('pinned', at)) return;
    const both = panels.map((p) => {
      const column = draft.column(0, 0, 1, false);
      draft.row(0, 1, [
        [sits[j]![p]!, 1],
        [column, -1],
      ]);
      draft.row(0, 1, [
        [hears[f]![p]!, 1],
        [column, -1],
      ]);
      return column;
    });
    draft.row(1, MANY, [...ones(both), ...miss(1)]);
  });
  if (given.comparable && on('comparable')) linkPanels(draft, given, hears, request.linked ?? []);
  if (!keep) breakSymmetry(draft, given, days, hears);
  keep?.jurors.forEach((who, p) => {
    for (const j of who) draft.reward(sits[j]![p]!, keep.worth);
    for (const f of keep.files[p]!) draft.reward(hears[f]![p]!, keep.worth);
  });
  const ideal = wishes(draft, given, sits, hears);
  return { draft, sits, hears, ideal, start: (known) => startFrom(known, days, sits, hears) };
}

function atMostOne(draft: Draft, one: number, other: number) {
  draft.row(0, 1, [
    [one, 1],
    [other, 1],
  ]);
}

function startFrom(known: Arrangement, days: number[][], sits: number[][], hears: number[][]) {
  const first = (p: number) => Math.min(...known.files[p]!);
  const origin = new Map(
    days.flatMap((day) => day.toSorted((a, b) => first(a) - first(b)).map((from, at) => [day[at]!, from] as const)),
  );
  const cells = [
    ...sits.flatMap((row, j) =>
      row.map((column, p) => [column, known.jurors[origin.get(p)!]!.includes(j) ? 1 : 0] as const),
    ),
    ...hears.flatMap((row, f) =>
      row.map((column, p) => [column, known.files[origin.get(p)!]!.includes(f) ? 1 : 0] as const),
    ),
  ];
  return { indices: cells.map(([column]) => column), values: cells.map(([, value]) => value) };
}

/** Each group of panels given shares a file with the panels outside it; too few shared files in all is impossible at once. */
function linkPanels(draft: Draft, given: PanelsCase, hears: number[][], groups: readonly (readonly number[])[]) {
  const links = given.hearings.reduce((sum, count) => sum + count - 1, 0);
  if (links < given.dayOf.length - 1) draft.row(1, 1, []);
  for (const group of groups) {
    const shared = hears.flatMap((row, f) => {
      if (given.hearings[f]! < 2) return [];
      const column = draft.column(0, 0, 1, false);
      const side = (inside: boolean) =>
        row.filter((_, p) => group.includes(p) === inside).map((hear) => [hear, -1] as const);
      draft.row(-MANY, 0, [[column, 1], ...side(true)]);
      draft.row(-MANY, 0, [[column, 1], ...side(false)]);
      return [[column, 1] as const];
    });
    draft.row(1, MANY, shared);
  }
}

/**
 * Panels of one half-day are alike: only the arrangement where each one's first file comes after the first of the one
 * before it is kept. A file may enter a panel only if an earlier file is in the panel before.
 */
function breakSymmetry(draft: Draft, given: PanelsCase, days: number[][], hears: number[][]) {
  if (given.files[0] === 0) return;
  for (const day of days)
    day.slice(1).forEach((panel, at) => {
      hears.forEach((row, f) => {
        const earlier = hears.slice(0, f).map((other) => [other[day[at]!]!, -1] as const);
        draft.row(-MANY, 0, [[row[panel]!, 1], ...earlier]);
      });
    });
}

/** Wishes: each theme of a file known in the panel that hears it, different backgrounds, even sizes. */
function wishes(draft: Draft, given: PanelsCase, sits: number[][], hears: number[][]): number {
  const { weights } = given;
  const out = new Set(given.barred.map(({ juror, file }) => `${juror} ${file}`));
  let ideal = 0;
  given.dayOf.forEach((_, p) => {
    if (weights.themes > 0)
      for (const { file, jurors: all } of given.themes) {
        const jurors = all.filter((j) => !out.has(`${j} ${file}`));
        const known = draft.column(-weights.themes, 0, 1, false);
        draft.row(-MANY, 0, [
          [known, 1],
          [hears[file]![p]!, -1],
        ]);
        draft.row(-MANY, 0, [[known, 1], ...jurors.map((j) => [sits[j]![p]!, -1] as const)]);
      }
    if (weights.backgrounds > 0)
      for (const { jurors } of given.backgrounds) {
        const present = draft.column(-weights.backgrounds, 0, 1, false);
        draft.row(-MANY, 0, [[present, 1], ...jurors.map((j) => [sits[j]![p]!, -1] as const)]);
        ideal -= weights.backgrounds;
      }
  });
  for (const { file } of given.themes) ideal -= weights.themes * given.hearings[file]!;
  const even = (columns: number[][], total: number | null) => {
    if (weights.balance === 0) return;
    const mean = (total ?? 0) / given.dayOf.length;
    const most = draft.column(weights.balance, total === null ? 0 : Math.ceil(mean), MANY);
    const least = draft.column(-weights.balance, 0, total === null ? MANY : Math.floor(mean));
    if (total !== null && !Number.isInteger(mean)) ideal += weights.balance;
    given.dayOf.forEach((_, p) => {
      const here = columns.map((row) => [row[p]!, -1] as const);
      draft.row(0, MANY, [[most, 1], ...here]);
      draft.row(-MANY, 0, [[least, 1], ...here]);
    });
  };
  const fixed = given.seats.every(([min, max]) => min === max);
  even(sits, fixed ? given.seats.reduce((sum, [min]) => sum + min, 0) : null);
  even(
    hears,
    given.hearings.reduce((sum, count) => sum + count, 0),
  );
  return ideal;
}
