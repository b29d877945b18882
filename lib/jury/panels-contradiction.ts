import type { PanelsCase } from './panels-case';
import type { PanelBreach } from './panels-check';
import { type PanelRule, panelRules, type Request } from './panels-model';

/** Whose rule: a file, a juror, or a pair. Rules of all panels alike have no more to say. */
export interface PanelItem {
  kind: PanelRule;
  proposal?: string;
  juror?: string;
  jurors?: [string, string];
}

export interface PanelContradiction {
  rules: PanelRule[];
  items: PanelItem[];
  /** Without any one of the kinds of rules, the others can hold; without any one of the items, the other items can. */
  minimal: boolean;
}

type Outcome = 'optimal' | 'infeasible' | 'time_limit';

/** Deletion filter over the kinds of rules, then over whose they are: what is left cannot hold together. */
export function contradictoryRules(
  given: PanelsCase,
  solve: (request: Request, deadline: number) => Outcome,
  seconds: number,
): PanelContradiction {
  const deadline = performance.now() + seconds * 1000;
  const active = new Set(panelRules);
  let minimal = true;
  for (const rule of panelRules) {
    active.delete(rule);
    const outcome = solve({ active }, deadline);
    if (outcome === 'infeasible') continue;
    if (outcome === 'time_limit') minimal = false;
    active.add(rule);
  }
  const kept = itemsOf(given, active);
  const skip = new Set<string>();
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < kept.length; ) {
      const chunk = kept.slice(from, from + size).map(({ key }) => key);
      const outcome = solve({ active, skip: new Set([...skip, ...chunk]) }, deadline);
      if (outcome === 'infeasible') {
        for (const key of chunk) skip.add(key);
        kept.splice(from, size);
      } else from += size;
      if (outcome === 'time_limit') minimal = false;
    }
  const items = kept.map(({ item }) => item);
  return { rules: panelRules.filter((rule) => active.has(rule)), items, minimal };
}

function itemsOf(given: PanelsCase, active: ReadonlySet<PanelRule>): { key: string; item: PanelItem }[] {
  const { proposals, jurors, fileFree, jurorFree, seats, hearings, apart, barred, pinned } = given;
  const all: { key: string; item: PanelItem }[] = [];
  const add = (kind: PanelRule, at: number, who: Omit<PanelItem, 'kind'>) => {
    if (active.has(kind)) all.push({ key: `${kind} ${at}`, item: { kind, ...who } });
  };
  apart.forEach(([a, b], at) => {
    add('apart', at, { jurors: [jurors[a]!, jurors[b]!] });
  });
  barred.forEach(({ juror, file }, at) => {
    add('barred', at, { juror: jurors[juror]!, proposal: proposals[file]! });
  });
  pinned.forEach(([juror, file], at) => {
    add('pinned', at, { juror: jurors[juror]!, proposal: proposals[file]! });
  });
  proposals.forEach((proposal, f) => {
    if (fileFree[f]!.includes(false)) add('team_away', f, { proposal });
    if (hearings[f]! > 1) add('same_half_day', f, { proposal });
    add('hearings', f, { proposal });
  });
  jurors.forEach((juror, j) => {
    if (jurorFree[j]!.includes(false)) add('juror_away', j, { juror });
    if (seats[j]![0] > 0 || seats[j]![1] < given.halfDays.length) add('seats', j, { juror });
  });
  return all;
}

/** How many seats, hearings or people a breach is short of, or above. */
export function unitsOf(breach: PanelBreach): number {
  if ('limits' in breach) return Math.max(breach.limits[0] - breach.given, breach.given - breach.limits[1], 0);
  if ('wanted' in breach) return Math.abs(breach.wanted - breach.given);
  return 1;
}
