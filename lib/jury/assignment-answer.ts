import { type Breach, checkPairs } from './assignment-check';
import type { Solved } from './assignment-program';
import type { Rule } from './contradiction-system';
import { type Block, blocks, type Readings } from './readings';

export type Status = 'optimal' | 'feasible' | 'infeasible' | 'undecided';

export interface FileExplanation {
  proposal: string;
  readers: { juror: string; points: number; pinned: boolean }[];
  points: number;
  backgrounds: string[];
  /** Jurors allowed to read it, and why the others are not. */
  allowed: number;
  blocked: Partial<Record<Block, number>>;
  /** The closest juror left out, and at least how many points putting them in would cost. */
  alternative: { juror: string; loss: number } | null;
}

export interface JurorExplanation {
  juror: string;
  given: number;
  load: [min: number, max: number];
  points: number;
  allowed: number;
}

/** The rules of a contradiction, by ids. */
export type NamedRule =
  | { kind: 'readers'; proposal: string; wanted: number }
  | { kind: 'load_min' | 'load_max'; juror: string; limit: number }
  | { kind: 'unavailable'; juror: string }
  | { kind: 'blocked'; juror: string; proposal: string; reason: Block }
  | { kind: 'pinned'; juror: string; proposal: string }
  | { kind: 'apart'; jurors: [string, string] };

export type Concession =
  | { kind: 'readers'; proposal: string; from: number; to: number }
  | { kind: 'load_min' | 'load_max'; juror: string; from: number; to: number }
  | { kind: 'pinned' | 'forbidden'; juror: string; proposal: string }
  | { kind: 'apart'; jurors: [string, string]; proposal: string };

export interface Answer {
  version: 1;
  status: Status;
  objective: number | null;
  bound: number | null;
  /** (bound − objective) / max(1, |objective|); 0 proves that nothing better exists. */
  gap: number | null;
  /** [juror, proposal]. Infeasible: the best part that crosses no prohibition and no maximum. */
  pairs: [string, string][];
  unmet: Breach[];
  explanation: {
    summary: string[];
    proposals: FileExplanation[];
    jurors: JurorExplanation[];
    contradiction?: { rules: NamedRule[]; minimal: boolean };
    relaxation?: { cost: number; bound: number; concessions: Concession[]; pairs: [string, string][] };
  };
}

export function named(readings: Readings, pair: number): [juror: string, proposal: string] {
  const J = readings.jurors.length;
  return [readings.jurors[pair % J]!, readings.proposals[Math.floor(pair / J)]!];
}

export function nameRule(readings: Readings, rule: Rule): NamedRule {
  const { proposals, jurors, min, max, need, block } = readings;
  switch (rule.kind) {
    case 'readers':
      return { kind: 'readers', proposal: proposals[rule.proposal]!, wanted: need };
    case 'load_min':
      return { kind: 'load_min', juror: jurors[rule.juror]!, limit: min[rule.juror]! };
    case 'load_max':
      return { kind: 'load_max', juror: jurors[rule.juror]!, limit: max[rule.juror]! };
    case 'unavailable':
      return { kind: 'unavailable', juror: jurors[rule.juror]! };
    case 'apart':
      return { kind: 'apart', jurors: [jurors[rule.jurors[0]]!, jurors[rule.jurors[1]]!] };
    default: {
      const [juror, proposal] = named(readings, rule.pair);
      if (rule.kind === 'pinned') return { kind: 'pinned', juror, proposal };
      return { kind: 'blocked', juror, proposal, reason: blocks[block[rule.pair]!] as Block };
    }
  }
}

/** What the cheapest relaxation gives up, read from what its pairs break in the real problem. */
export function concessionsOf(breaches: readonly Breach[]): Concession[] {
  return breaches.flatMap((breach): Concession[] => {
    switch (breach.kind) {
      case 'readers':
        return [{ kind: 'readers', proposal: breach.proposal, from: breach.wanted, to: breach.given }];
      case 'load_min':
      case 'load_max':
        return [{ kind: breach.kind, juror: breach.juror, from: breach.limit, to: breach.given }];
      case 'pinned':
        return [{ kind: 'pinned', juror: breach.juror, proposal: breach.proposal }];
      case 'apart':
        return [{ kind: 'apart', jurors: breach.jurors, proposal: breach.proposal }];
      case 'blocked':
        return [{ kind: 'forbidden', juror: breach.juror, proposal: breach.proposal }];
      default:
        throw new Error(`A relaxation cannot break "${breach.kind}"`);
    }
  });
}

export function filesOf(readings: Readings, { pairs, reduced, slack }: Solved): FileExplanation[] {
  const { proposals, jurors, points, block, background, backgrounds } = readings;
  const J = jurors.length;
  const pinned = new Set(readings.pinned);
  const chosen = new Set(pairs);
  const files = proposals.map((proposal, i): FileExplanation => {
    const blocked: FileExplanation['blocked'] = {};
    let allowed = 0;
    let closest = -1;
    for (let j = 0; j < J; j++) {
      const reason = blocks[block[i * J + j]!]!;
      if (reason !== 'none') {
        blocked[reason] = (blocked[reason] ?? 0) + 1;
        continue;
      }
      allowed++;
      const pair = i * J + j;
      if (!chosen.has(pair) && (closest < 0 || reduced[pair]! < reduced[closest]! - 1e-6)) closest = pair;
    }
    const loss = closest < 0 ? 0 : Math.max(0, Math.ceil(reduced[closest]! - slack - 1e-6));
    const alternative = closest < 0 ? null : { juror: jurors[closest % J]!, loss };
    return { proposal, readers: [], points: 0, backgrounds: [], allowed, blocked, alternative };
  });
  for (const pair of pairs) {
    const [file, j] = [files[Math.floor(pair / J)]!, pair % J];
    file.readers.push({ juror: jurors[j]!, points: points[pair]!, pinned: pinned.has(pair) });
    file.points += points[pair]!;
    const name = backgrounds[background[j]!];
    if (name !== undefined && !file.backgrounds.includes(name)) file.backgrounds.push(name);
  }
  return files;
}

export function jurorsOf(readings: Readings, pairs: readonly number[]): JurorExplanation[] {
  const { jurors, min, max, points, block } = readings;
  const J = jurors.length;
  const rows = jurors.map(
    (juror, j): JurorExplanation => ({ juror, given: 0, load: [min[j]!, max[j]!], points: 0, allowed: 0 }),
  );
  block.forEach((reason, pair) => {
    if (reason === 0) rows[pair % J]!.allowed++;
  });
  for (const pair of pairs) {
    rows[pair % J]!.given++;
    rows[pair % J]!.points += points[pair]!;
  }
  return rows;
}

export function checkSolved(readings: Readings, solved: Solved) {
  const pairs = solved.pairs.map((pair) => named(readings, pair));
  return { pairs, ...checkPairs(readings, pairs) };
}
