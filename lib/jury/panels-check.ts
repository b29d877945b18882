import type { PanelsCase } from './panels-case';

export interface Panel {
  halfDay: string;
  jurors: string[];
  proposals: string[];
}

export type PanelBreach =
  | { kind: 'panel_size'; panel: number; limits: [number, number]; given: number }
  | { kind: 'panel_files'; panel: number; limits: [number, number]; given: number }
  | { kind: 'former_fellow'; panel: number; wanted: number; given: number }
  | { kind: 'hearings'; proposal: string; wanted: number; given: number }
  | { kind: 'same_half_day'; proposal: string; halfDay: string }
  | { kind: 'seats'; juror: string; limits: [number, number]; given: number }
  | { kind: 'two_places'; juror: string; halfDay: string }
  | { kind: 'juror_away'; juror: string; panel: number }
  | { kind: 'team_away'; proposal: string; panel: number }
  | { kind: 'barred'; juror: string; proposal: string; panel: number; reason: string }
  | { kind: 'apart'; jurors: [string, string]; panel: number }
  | { kind: 'pinned'; juror: string; proposal: string }
  | { kind: 'not_comparable'; parts: number };

/** What these panels break, and what they are worth. Written apart from the solver, to check it too. */
export function checkPanels(
  given: PanelsCase,
  panels: readonly Panel[],
): { breaches: PanelBreach[]; points: number; parts: number } {
  const breaches: PanelBreach[] = [];
  const { proposals, jurors, halfDays, weights } = given;
  const members = panels.map((panel) => new Set(panel.jurors.map((id) => jurors.indexOf(id))));
  const files = panels.map((panel) => new Set(panel.proposals.map((id) => proposals.indexOf(id))));
  const days = panels.map(({ halfDay }) => halfDays.indexOf(halfDay));
  const spread = (sets: Set<number>[]) =>
    Math.max(...sets.map(({ size }) => size)) - Math.min(...sets.map(({ size }) => size));
  let points = -weights.balance * (spread(members) + spread(files));
  panels.forEach((_, p) => {
    const [who, what, day] = [members[p]!, files[p]!, days[p]!];
    points += weights.backgrounds * given.backgrounds.filter((group) => group.jurors.some((j) => who.has(j))).length;
    points +=
      weights.themes *
      given.themes.filter((theme) => what.has(theme.file) && theme.jurors.some((j) => who.has(j))).length;
    if (who.size < given.size[0] || who.size > given.size[1])
      breaches.push({ kind: 'panel_size', panel: p, limits: given.size, given: who.size });
    if (what.size < given.files[0] || what.size > given.files[1])
      breaches.push({ kind: 'panel_files', panel: p, limits: given.files, given: what.size });
    const former = given.former.filter((j) => who.has(j)).length;
    if (former < given.formerPerPanel)
      breaches.push({ kind: 'former_fellow', panel: p, wanted: given.formerPerPanel, given: former });
    for (const j of who)
      if (!given.jurorFree[j]![day]) breaches.push({ kind: 'juror_away', juror: jurors[j]!, panel: p });
    for (const f of what)
      if (!given.fileFree[f]![day]) breaches.push({ kind: 'team_away', proposal: proposals[f]!, panel: p });
    for (const { juror, file, reason } of given.barred)
      if (who.has(juror) && what.has(file))
        breaches.push({ kind: 'barred', juror: jurors[juror]!, proposal: proposals[file]!, panel: p, reason });
    for (const [a, b] of given.apart)
      if (who.has(a) && who.has(b)) breaches.push({ kind: 'apart', jurors: [jurors[a]!, jurors[b]!], panel: p });
  });
  proposals.forEach((proposal, f) => {
    const heard = panels.flatMap((_, p) => (files[p]!.has(f) ? [days[p]!] : []));
    if (heard.length !== given.hearings[f])
      breaches.push({ kind: 'hearings', proposal, wanted: given.hearings[f]!, given: heard.length });
    for (const day of twice(heard)) breaches.push({ kind: 'same_half_day', proposal, halfDay: halfDays[day]! });
  });
  jurors.forEach((juror, j) => {
    const seated = panels.flatMap((_, p) => (members[p]!.has(j) ? [days[p]!] : []));
    const limits = given.seats[j]!;
    if (seated.length < limits[0] || seated.length > limits[1])
      breaches.push({ kind: 'seats', juror, limits, given: seated.length });
    for (const day of twice(seated)) breaches.push({ kind: 'two_places', juror, halfDay: halfDays[day]! });
  });
  for (const [j, f] of given.pinned)
    if (!panels.some((_, p) => members[p]!.has(j) && files[p]!.has(f)))
      breaches.push({ kind: 'pinned', juror: jurors[j]!, proposal: proposals[f]! });
  const parts = partsOf(files).length;
  if (given.comparable && parts > 1) breaches.push({ kind: 'not_comparable', parts });
  return { breaches, points, parts };
}

function twice(days: number[]): Set<number> {
  return new Set(days.filter((day, at) => days.indexOf(day) !== at));
}

/** Groups of panels linked by a file they share, directly or through others. */
export function partsOf(files: readonly ReadonlySet<number>[]): number[][] {
  const part = files.map((_, p) => p);
  const root = (p: number): number => (part[p] === p ? p : root(part[p]!));
  const holder = new Map<number, number>();
  files.forEach((set, p) => {
    for (const file of set) {
      const other = holder.get(file);
      if (other === undefined) holder.set(file, p);
      else part[root(p)] = root(other);
    }
  });
  const groups = new Map<number, number[]>();
  for (const p of files.keys()) groups.set(root(p), [...(groups.get(root(p)) ?? []), p]);
  return [...groups.values()];
}
