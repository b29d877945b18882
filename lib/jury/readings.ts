import type { Problem } from './assignment-schema';

/** Why a juror may not read a proposal; the first that applies, in this order. */
export const blocks = ['none', 'conflict', 'same_organisation', 'unavailable', 'forbidden'] as const;
export type Block = Exclude<(typeof blocks)[number], 'none'>;

/** The problem as numbers, its people and files in the order of their ids: the same problem in another order gives the same answer. */
export interface Readings {
  proposals: string[];
  jurors: string[];
  need: number;
  min: Int32Array;
  max: Int32Array;
  /** For the pair proposal × jurors.length + juror: points it is worth, and the index in `blocks` of what prevents it. */
  points: Int32Array;
  block: Uint8Array;
  pinned: number[];
  apart: [number, number][];
  /** Jurors never two together on one proposal; every apart pair is inside at least one group. */
  cliques: number[][];
  /** Background of each juror, −1 unknown. */
  background: Int32Array;
  backgrounds: string[];
  /** Points for each different background on a proposal. */
  bonus: number;
  timeLimitSeconds: number;
}

const byId = <T extends { id: string }>(items: readonly T[]): T[] => items.toSorted((a, b) => compareIds(a.id, b.id));

export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function readingsOf(problem: Problem): Readings {
  const proposals = byId(problem.proposals);
  const jurors = byId(problem.jurors);
  const proposalAt = new Map(proposals.map(({ id }, index) => [id, index]));
  const jurorAt = new Map(jurors.map(({ id }, index) => [id, index]));
  const width = jurors.length;
  const pairAt = ([juror, proposal]: readonly [string, string]) =>
    proposalAt.get(proposal)! * width + jurorAt.get(juror)!;
  const present = jurors.map(({ available }) => (Array.isArray(available) ? available.length > 0 : available));
  const names = [...new Set(jurors.flatMap(({ background }) => background ?? []))].sort(compareIds);
  const apart = apartPairs(problem.apart, jurorAt);
  return {
    proposals: proposals.map(({ id }) => id),
    jurors: jurors.map(({ id }) => id),
    need: problem.readersPerProposal,
    min: Int32Array.from(jurors, ({ load }, j) => (present[j] ? load[0] : 0)),
    max: Int32Array.from(jurors, ({ load }) => load[1] ?? Math.max(load[0], proposals.length)),
    points: pointsOf(proposals, jurors, problem.weights.expertise),
    block: blocksOf(problem, proposals, jurors, present, pairAt),
    pinned: [...new Set(problem.pinned.map(pairAt))].sort((a, b) => a - b),
    apart,
    cliques: cliquesOf(apart, width),
    background: Int32Array.from(jurors, ({ background }) => (background ? names.indexOf(background) : -1)),
    backgrounds: names,
    bonus: names.length > 1 ? problem.weights.backgrounds : 0,
    timeLimitSeconds: problem.timeLimitSeconds,
  };
}

/** Share of the proposal's themes the juror knows, times the weight, rounded: whole points keep every comparison exact. */
function pointsOf(proposals: Problem['proposals'], jurors: Problem['jurors'], weight: number): Int32Array {
  const levels = jurors.map(({ expertise }) =>
    Array.isArray(expertise)
      ? new Map(expertise.map((theme) => [themeKey(theme), 1]))
      : new Map(Object.entries(expertise).map(([theme, level]) => [themeKey(theme), level])),
  );
  const points = new Int32Array(proposals.length * jurors.length);
  proposals.forEach((proposal, i) => {
    const themes = [...new Set(proposal.themes.map(themeKey))];
    if (themes.length === 0) return;
    levels.forEach((level, j) => {
      let known = 0;
      for (const theme of themes) known += level.get(theme) ?? 0;
      points[i * jurors.length + j] = Math.round((weight * known) / themes.length);
    });
  });
  return points;
}

export function themeKey(theme: string): string {
  return theme.normalize('NFKC').trim().toLowerCase();
}

function blocksOf(
  problem: Problem,
  proposals: Problem['proposals'],
  jurors: Problem['jurors'],
  present: boolean[],
  pairAt: (pair: readonly [string, string]) => number,
): Uint8Array {
  const block = new Uint8Array(proposals.length * jurors.length);
  const put = (index: number, reason: Block) => {
    block[index] = blocks.indexOf(reason);
  };
  // What may be for sale (forbidden) never hides what may not.
  for (const pair of problem.forbidden) put(pairAt(pair), 'forbidden');
  jurors.forEach((_, j) => {
    if (!present[j]) for (let i = 0; i < proposals.length; i++) put(i * jurors.length + j, 'unavailable');
  });
  const members = new Map<string, number[]>();
  jurors.forEach((juror, j) => {
    for (const name of new Set(juror.organisations.map(themeKey))) members.set(name, [...(members.get(name) ?? []), j]);
  });
  proposals.forEach(({ organisation }, i) => {
    if (!organisation?.trim()) return;
    for (const j of members.get(themeKey(organisation)) ?? []) put(i * jurors.length + j, 'same_organisation');
  });
  for (const pair of problem.conflicts) put(pairAt(pair), 'conflict');
  return block;
}

function apartPairs(pairs: readonly (readonly [string, string])[], at: Map<string, number>): [number, number][] {
  const keyed = new Map<string, [number, number]>();
  for (const [one, other] of pairs) {
    const [a, b] = [at.get(one)!, at.get(other)!].sort((x, y) => x - y) as [number, number];
    keyed.set(`${a} ${b}`, [a, b]);
  }
  return [...keyed.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

/** Greedy cover of the apart pairs by groups all apart from each other: "at most one of them" is a stronger rule than pair by pair. */
export function cliquesOf(apart: readonly [number, number][], count: number): number[][] {
  const near = Array.from({ length: count }, () => new Set<number>());
  for (const [a, b] of apart) {
    near[a]!.add(b);
    near[b]!.add(a);
  }
  const covered = new Set<string>();
  const cliques: number[][] = [];
  for (const [a, b] of apart) {
    if (covered.has(`${a} ${b}`)) continue;
    const clique = [a, b];
    for (const c of [...near[a]!].sort((x, y) => x - y))
      if (clique.every((member) => member !== c && near[member]!.has(c))) clique.push(c);
    clique.sort((x, y) => x - y);
    clique.forEach((x, at) => {
      for (const y of clique.slice(at + 1)) covered.add(`${x} ${y}`);
    });
    cliques.push(clique);
  }
  return cliques;
}
