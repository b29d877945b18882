import type { PanelsCase } from './panels-case';
import { type Random, seeded } from './random';

/** Members and files of each panel, by position in the case. */
export interface Arrangement {
  jurors: number[][];
  files: number[][];
}

/** Points lost per broken rule while searching: enough to end with none, little enough to pass through some. */
const BROKEN = 40;

/**
 * A good arrangement to start the exact search from, by simulated annealing with a fixed seed: jurors and files change
 * panels, alone or two by two, and a move that makes things worse is taken less and less often. Null when some juror
 * may sit twice (the exact search does without), or when no arrangement within the rules was met.
 */
export function searchPanels(given: PanelsCase, ideal: number): Arrangement | null {
  if (given.seats.some(([, max]) => max > 1) || given.dayOf.length < 2) return null;
  let best: { energy: number; arrangement: Arrangement } | null = null;
  for (let seed = 1; seed <= 3; seed++) {
    const found = new Search(given, seeded(seed)).run(60_000 + 6000 * given.dayOf.length, -ideal);
    if (found && (!best || found.energy < best.energy)) best = found;
    if (best && best.energy <= -ideal) break;
  }
  return best?.arrangement ?? null;
}

class Search {
  private readonly sits: number[][];
  private readonly hears: number[][];
  /** Rules broken, and points, of each panel. */
  private readonly panels: { broken: number; points: number }[];
  private readonly barred: Set<number>;
  private readonly apart: Set<number>;
  private readonly themesOf: number[][];
  private readonly knows: Uint8Array[];
  private readonly background: Int32Array;
  private readonly former: Set<number>;
  private readonly isAnchored: boolean;
  private readonly pinnedOf: number[][];
  private energy: number;
  private found: { energy: number; arrangement: Arrangement } | null = null;

  constructor(
    private readonly given: PanelsCase,
    private readonly random: Random,
  ) {
    const { jurors, proposals, dayOf, backgrounds, themes } = given;
    const J = jurors.length;
    this.barred = new Set(given.barred.map(({ juror, file }) => file * J + juror));
    this.apart = new Set(given.apart.flatMap(([a, b]) => [a * J + b, b * J + a]));
    this.themesOf = proposals.map((_, file) => themes.flatMap((theme, at) => (theme.file === file ? [at] : [])));
    this.knows = themes.map((theme) => Uint8Array.from(jurors, (_, j) => (theme.jurors.includes(j) ? 1 : 0)));
    this.background = new Int32Array(J).fill(-1);
    backgrounds.forEach((group, at) => {
      for (const j of group.jurors) this.background[j] = at;
    });
    this.former = new Set(given.former);
    this.isAnchored = given.hearings.some((count) => count > 1);
    this.pinnedOf = jurors.map((_, j) => given.pinned.flatMap(([juror, file]) => (juror === j ? [file] : [])));
    this.sits = dayOf.map(() => []);
    this.hears = dayOf.map(() => []);
    const open = (free: boolean[]) => dayOf.flatMap((day, p) => (free[day] ? [p] : []));
    const smallest = (panels: number[], lists: number[][]) =>
      panels.reduce((best, p) => (lists[p]!.length < lists[best]!.length ? p : best), panels[0]!);
    given.jurorFree.forEach((free, j) => {
      if (given.seats[j]![1] > 0 && open(free).length > 0) this.sits[smallest(open(free), this.sits)]!.push(j);
    });
    given.fileFree.forEach((free, f) => {
      for (let copy = 0; copy < given.hearings[f]!; copy++) {
        const panels = open(free).filter((p) => !this.hears[p]!.includes(f));
        this.hears[smallest(panels.length > 0 ? panels : [...dayOf.keys()], this.hears)]!.push(f);
      }
    });
    this.panels = dayOf.map((_, p) => this.measure(p));
    this.energy = this.total().energy;
  }

  /** The best arrangement met within the rules. Stops as soon as one reaches the goal. */
  run(moves: number, goal: number) {
    for (let move = 0; move < moves && (this.found?.energy ?? Number.POSITIVE_INFINITY) > goal; move++)
      this.step(10 * 0.03 ** (move / moves));
    return this.found;
  }

  private step(heat: number) {
    const { random } = this;
    const lists = random.next() < 0.65 ? this.sits : this.hears;
    const from = random.below(lists.length);
    const to = (from + 1 + random.below(lists.length - 1)) % lists.length;
    const [source, target] = [lists[from]!, lists[to]!];
    if (source.length === 0) return;
    const at = random.below(source.length);
    const back = target.length > 0 && random.next() < 0.8 ? random.below(target.length) : -1;
    this.exchange(source, at, target, back);
    const before = [this.panels[from]!, this.panels[to]!] as const;
    this.panels[from] = this.measure(from);
    this.panels[to] = this.measure(to);
    const { energy, broken } = this.total();
    if (energy <= this.energy || random.next() < Math.exp((this.energy - energy) / heat)) {
      this.energy = energy;
      if (broken === 0 && (!this.found || energy < this.found.energy))
        this.found = { energy, arrangement: this.copy() };
      return;
    }
    [this.panels[from], this.panels[to]] = before;
    this.undo(source, at, target, back);
  }

  private exchange(source: number[], at: number, target: number[], back: number) {
    const moved = source[at]!;
    if (back >= 0) {
      source[at] = target[back]!;
      target[back] = moved;
    } else {
      source[at] = source.at(-1)!;
      source.pop();
      target.push(moved);
    }
  }

  private undo(source: number[], at: number, target: number[], back: number) {
    if (back >= 0) this.exchange(source, at, target, back);
    else {
      const moved = target.pop()!;
      source.push(moved);
      const last = source.length - 1;
      [source[at], source[last]] = [source[last]!, source[at]!];
    }
  }

  private copy(): Arrangement {
    return { jurors: this.sits.map((list) => [...list]), files: this.hears.map((list) => [...list]) };
  }

  private total(): { energy: number; broken: number } {
    const { given, sits, hears } = this;
    let broken = this.isAnchored ? this.sameHalfDay() : 0;
    let points = -given.weights.balance * (spread(sits) + spread(hears));
    for (const panel of this.panels) {
      broken += panel.broken;
      points += panel.points;
    }
    return { energy: BROKEN * broken - points, broken };
  }

  private sameHalfDay(): number {
    const seen = new Set<number>();
    let broken = 0;
    this.hears.forEach((list, p) => {
      for (const file of list) {
        const key = file * this.given.halfDays.length + this.given.dayOf[p]!;
        if (this.given.hearings[file]! > 1 && seen.has(key)) broken++;
        seen.add(key);
      }
    });
    return broken;
  }

  private measure(p: number): { broken: number; points: number } {
    const { given, barred, apart } = this;
    const [who, what] = [this.sits[p]!, this.hears[p]!];
    const day = given.dayOf[p]!;
    const J = given.jurors.length;
    let broken = outside(who.length, given.size) + outside(what.length, given.files);
    let former = 0;
    let groups = 0;
    let points = 0;
    for (const [at, j] of who.entries()) {
      if (!given.jurorFree[j]![day]) broken++;
      if (this.former.has(j)) former++;
      for (const file of what) if (barred.has(file * J + j)) broken++;
      for (let other = 0; other < at; other++) if (apart.has(j * J + who[other]!)) broken++;
      for (const file of this.pinnedOf[j]!) if (!what.includes(file)) broken++;
      const group = this.background[j]!;
      if (group >= 0) groups |= 1 << (group % 31);
    }
    for (const file of what) {
      if (!given.fileFree[file]![day]) broken++;
      for (const theme of this.themesOf[file]!)
        if (who.some((j) => this.knows[theme]![j])) points += given.weights.themes;
    }
    if (new Set(what).size < what.length) broken++;
    broken += Math.max(0, given.formerPerPanel - former);
    for (; groups > 0; groups &= groups - 1) points += given.weights.backgrounds;
    return { broken, points };
  }
}

function outside(count: number, [min, max]: [number, number]): number {
  return Math.max(0, min - count, count - max);
}

function spread(lists: readonly number[][]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { length } of lists) {
    if (length < least) least = length;
    if (length > most) most = length;
  }
  return most - least;
}
