import { asInteger, asLinear, type Highs, type Model, runModel, Sparse } from '../solver';
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

export interface Filtered {
  rules: Rule[];
  /** False when time ran out: the set is contradictory but may still be cut down. */
  minimal: boolean;
}

/**
 * Deletion filter: drops rules, by halves then one by one, and keeps them dropped while the rest still contradicts
 * itself. What is left is irreducible: without any one of them, the others can be met. Returns null when the rules
 * given do not contradict each other.
 */
export function filterRules(highs: Highs, readings: Readings, rules: readonly Rule[], seconds: number): Filtered | null {
  const deadline = performance.now() + seconds * 1000;
  const system = new RuleSystem(highs, readings, rules);
  try {
    if (rules.length === 0 || system.holds()) return null;
    const kept = new Set(rules.keys());
    let minimal = true;
    const drop = (from: number, to: number) => {
      if (performance.now() > deadline) minimal = false;
      if (!minimal) return;
      for (let index = from; index < to; index++) system.set(index, false);
      if (!system.holds()) {
        for (let index = from; index < to; index++) kept.delete(index);
        return;
      }
      for (let index = from; index < to; index++) system.set(index, true);
      if (to - from === 1) return;
      const middle = (from + to) >> 1;
      drop(from, middle);
      drop(middle, to);
    };
    drop(0, rules.length);
    return { rules: rules.filter((_, index) => kept.has(index)), minimal };
  } finally {
    system.dispose();
  }
}

type Toggle = (on: boolean) => void;

/**
 * Only the rules given, over the people and files they name; everybody and everything else is free room. Demands may
 * be missed at a cost of 1, so the rules hold together when the least cost is 0, and each solve starts from the last.
 */
class RuleSystem {
  private readonly model: Model;
  private readonly toggles: Toggle[];
  private readonly files: number[];
  private readonly people: number[];
  private readonly bounds = new Map<number, [number, number]>();
  private readonly closed = new Map<number, number>();

  constructor(
    private readonly highs: Highs,
    private readonly readings: Readings,
    rules: readonly Rule[],
  ) {
    const J = readings.jurors.length;
    const files = new Set<number>();
    const people = new Set<number>();
    for (const rule of rules) {
      if ('proposal' in rule) files.add(rule.proposal);
      if ('pair' in rule) files.add(Math.floor(rule.pair / J));
      if ('pair' in rule) people.add(rule.pair % J);
      if ('juror' in rule) people.add(rule.juror);
      if ('jurors' in rule) for (const juror of rule.jurors) people.add(juror);
    }
    this.files = [...files];
    this.people = [...people];
    this.model = this.create();
    this.toggles = rules.map((rule) => this.toggle(rule));
    for (const toggle of this.toggles) toggle(true);
    const isInteger = rules.some(({ kind }) => kind === 'apart');
    this.model.options.set({ ...(isInteger ? asInteger : asLinear) });
    if (isInteger) {
      const last = this.files.length * this.people.length - 1;
      const types = new Int32Array(last + 1).fill(highs.constants.variableType.integer);
      if (last >= 0) this.model.changeColsIntegrality({ kind: 'range', from: 0, to: last }, types);
    }
  }

  /** Columns: pairs, free room of each file, free room of each person, then one miss per row. */
  private create(): Model {
    const { files, people, readings, highs } = this;
    const [F, U] = [files.length, people.length];
    const columns = new Sparse();
    for (let f = 0; f < F; f++)
      for (let u = 0; u < U; u++)
        columns.add([
          [f, 1],
          [F + u, 1],
        ]);
    for (let copy = 0; copy < 2; copy++) for (let row = 0; row < F + U; row++) columns.add([[row, 1]]);
    const upper = [
      ...new Float64Array(F * U).fill(1),
      ...files.map(() => readings.jurors.length - U),
      ...people.map(() => readings.proposals.length - F),
      ...new Float64Array(F + U).fill(highs.infinity),
    ];
    const cost = new Float64Array(upper.length);
    cost.fill(1, F * U + F + U);
    return highs.createModel({
      numCols: upper.length,
      numRows: F + U,
      colCost: cost,
      colLower: new Float64Array(upper.length),
      colUpper: upper,
      rowLower: new Float64Array(F + U),
      rowUpper: new Float64Array(F + U).fill(highs.infinity),
      matrix: columns.matrix('csc', F + U, upper.length),
    });
  }

  private toggle(rule: Rule): Toggle {
    const { readings, highs } = this;
    switch (rule.kind) {
      case 'readers': {
        const row = this.files.indexOf(rule.proposal);
        return all([this.side(row, 0, readings.need, 0), this.side(row, 1, readings.need, highs.infinity)]);
      }
      case 'load_min':
        return this.side(this.personRow(rule.juror), 0, readings.min[rule.juror]!, 0);
      case 'load_max':
        return this.side(this.personRow(rule.juror), 1, readings.max[rule.juror]!, highs.infinity);
      case 'unavailable':
        return all([...this.files.map((file) => this.close(file, rule.juror)), this.away(rule.juror)]);
      case 'blocked':
        return this.close(...this.split(rule.pair));
      case 'pinned': {
        const column = this.column(...this.split(rule.pair));
        const miss = this.model.getDimensions().numCols;
        this.model.addCol(1, 0, 1, { indices: [], values: [] });
        return this.side(this.rule([column, miss]), 0, 1, 0);
      }
      case 'apart':
        return all(
          this.files.map((file) => this.side(this.rule(rule.jurors.map((j) => this.column(file, j))), 1, 1, highs.infinity)),
        );
    }
  }

  private split(pair: number): [file: number, juror: number] {
    return [Math.floor(pair / this.readings.jurors.length), pair % this.readings.jurors.length];
  }

  private column(file: number, juror: number): number {
    return this.files.indexOf(file) * this.people.length + this.people.indexOf(juror);
  }

  private personRow(juror: number): number {
    return this.files.length + this.people.indexOf(juror);
  }

  private rule(columns: readonly number[]): number {
    const indices = columns.toSorted((a, b) => a - b);
    const row = this.model.getDimensions().numRows;
    this.model.addRow(0, this.highs.infinity, { indices, values: indices.map(() => 1) });
    return row;
  }

  private side(row: number, at: 0 | 1, value: number, off: number): Toggle {
    return (on) => {
      const bounds = this.bounds.get(row) ?? [0, this.highs.infinity];
      bounds[at] = on ? value : off;
      this.bounds.set(row, bounds);
      this.model.changeRowBounds(row, ...bounds);
    };
  }

  private close(file: number, juror: number): Toggle {
    const column = this.column(file, juror);
    return (on) => {
      const times = (this.closed.get(column) ?? 0) + (on ? 1 : -1);
      this.closed.set(column, times);
      this.model.changeColBounds(column, 0, times > 0 ? 0 : 1);
    };
  }

  /** An absent juror has no free room outside the files named either. */
  private away(juror: number): Toggle {
    const { files, people, readings } = this;
    const column = files.length * people.length + files.length + people.indexOf(juror);
    const room = readings.proposals.length - files.length;
    return (on) => {
      this.model.changeColBounds(column, 0, on ? 0 : room);
    };
  }

  set(index: number, on: boolean) {
    this.toggles[index]!(on);
  }

  holds(): boolean {
    if (runModel(this.highs, this.model) !== 'optimal') throw new Error('A system with every demand optional has a solution');
    return this.model.getObjectiveValue() < 1e-6;
  }

  dispose() {
    this.model.dispose();
  }
}

function all(toggles: readonly Toggle[]): Toggle {
  return (on) => {
    for (const toggle of toggles) toggle(on);
  };
}
