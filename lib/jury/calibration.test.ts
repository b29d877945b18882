import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate } from './calibration';
import { connectedParts, type Evaluation, threadsOf } from './connection';
import { rehearsalMarks } from './rehearsal';

/** Mean absolute distance between two orders of the same files, in places. */
function displacement(truth: Map<string, number>, score: Map<string, number>): number {
  const order = (scores: Map<string, number>) => [...scores].sort((a, b) => b[1] - a[1]).map(([file]) => file);
  const real = new Map(order(truth).map((file, place) => [file, place]));
  return order(score).reduce((sum, file, place) => sum + Math.abs(place - real.get(file)!), 0) / truth.size;
}

function judged(seed: number, size: Partial<Parameters<typeof rehearsalMarks>[0]> = {}) {
  const { evaluations, truth } = rehearsalMarks({ files: 60, jurors: 20, perFile: 4, seed, ...size });
  const result = calibrate(evaluations, { first: 15, draws: 400 });
  if (!result.ok) throw new Error(result.reason);
  return { result, truth };
}

describe('the juror × file graph', () => {
  test('of eight panels that share no file is in eight parts, and no correction is offered', () => {
    const evaluations = Array.from({ length: 8 }, (_, panel) =>
      [0, 1, 2]
        .slice(0, panel < 5 ? 3 : 2)
        .map((file): Evaluation => ({ file: `d${panel}-${file}`, juror: `panel ${panel}`, value: 2 + file })),
    ).flat();
    expect(evaluations).toHaveLength(21);
    const result = calibrate(evaluations, { first: 17 });
    expect(result).toMatchObject({ ok: false, reason: 'disconnected' });
    expect(connectedParts(evaluations)).toHaveLength(8);
  });

  test('is in one part as soon as a file is shared', () => {
    const pairs = [
      { file: 'a', juror: 'x' },
      { file: 'b', juror: 'y' },
    ];
    expect(connectedParts(pairs)).toHaveLength(2);
    expect(connectedParts([...pairs, { file: 'b', juror: 'x' }])).toEqual([{ files: ['a', 'b'], jurors: ['x', 'y'] }]);
  });

  test('parts hold every file and juror once, and every mark within one part', () => {
    const pair = fc.record({
      file: fc.integer({ min: 0, max: 12 }).map(String),
      juror: fc.integer({ min: 0, max: 8 }).map((j) => `j${j}`),
    });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 25 }), (pairs) => {
        const parts = connectedParts(pairs);
        expect(parts.flatMap((part) => part.files).sort()).toEqual([...new Set(pairs.map(({ file }) => file))].sort());
        for (const { file, juror } of pairs)
          expect(parts.filter((part) => part.files.includes(file) || part.jurors.includes(juror))).toHaveLength(1);
      }),
    );
  });
});

describe('what alone holds the graph together', () => {
  const panel = (juror: string, ...files: string[]) => files.map((file) => ({ file, juror }));

  test('two panels with one anchor file hang by that file; with two, by none', () => {
    const one = [...panel('p', 'a', 'b', 'x'), ...panel('q', 'c', 'd', 'x')];
    expect(threadsOf(one)).toEqual([{ kind: 'file', id: 'x', sides: 2 }]);
    expect(threadsOf([...one, ...panel('p', 'c')])).toEqual([]);
  });

  test('a juror who sits in both of two groups is their only link', () => {
    const pairs = [
      ...panel('p', 'a', 'b'),
      ...panel('p2', 'a', 'b'),
      ...panel('q', 'c', 'd'),
      ...panel('q2', 'c', 'd'),
      ...panel('both', 'a', 'b', 'c', 'd'),
    ];
    expect(threadsOf(pairs)).toEqual([{ kind: 'juror', id: 'both', sides: 2 }]);
  });

  test('names exactly those whose leaving makes several groups of two files or more', () => {
    const pair = fc.record({
      file: fc.integer({ min: 0, max: 9 }).map(String),
      juror: fc.integer({ min: 0, max: 5 }).map((j) => `j${j}`),
    });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 22 }), (pairs) => {
        const found = new Map(threadsOf(pairs).map(({ id, sides }) => [id, sides]));
        for (const key of ['file', 'juror'] as const)
          for (const id of new Set(pairs.map((one) => one[key]))) {
            const part = connectedParts(pairs).find((one) => one.files.includes(id) || one.jurors.includes(id))!;
            const rest = pairs.filter((one) => part.files.includes(one.file) && one[key] !== id);
            const sides = connectedParts(rest).filter(({ files }) => files.length >= 2).length;
            expect(found.get(id) ?? 0, `${key} ${id}`).toBe(sides >= 2 ? sides : 0);
          }
      }),
    );
  });
});

describe('calibration', () => {
  test('brings the order nearer to the truth than raw means do', () => {
    let [raw, corrected] = [0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const { result, truth } = judged(seed);
      raw += displacement(truth, new Map(result.files.map((f) => [f.file, f.raw])));
      corrected += displacement(truth, new Map(result.files.map((f) => [f.file, f.corrected])));
    }
    expect(corrected).toBeLessThan(raw * 0.9);
  });

  test('its 90 % intervals of value and of place hold the truth about nine times in ten', () => {
    let [values, places, count] = [0, 0, 0];
    for (let seed = 1; seed <= 40; seed++) {
      const { result, truth } = judged(seed);
      const real = new Map([...truth].sort((a, b) => b[1] - a[1]).map(([file], at) => [file, at + 1]));
      for (const {
        file,
        interval,
        places: [best, worst],
      } of result.files) {
        count++;
        if (truth.get(file)! >= interval[0] && truth.get(file)! <= interval[1]) values++;
        if (real.get(file)! >= best && real.get(file)! <= worst) places++;
      }
    }
    expect(values / count).toBeGreaterThan(0.86);
    expect(values / count).toBeLessThan(0.94);
    expect(places / count).toBeGreaterThan(0.86);
  });

  test('says how likely each file is among the first, and is right as often as it says', () => {
    const bins = [0, 1, 2, 3, 4].map(() => ({ said: 0, real: 0, count: 0 }));
    for (let seed = 1; seed <= 40; seed++) {
      const { result, truth } = judged(seed);
      const first = new Set(
        [...truth]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 15)
          .map(([file]) => file),
      );
      expect(result.files.reduce((sum, { inFirst }) => sum + inFirst, 0)).toBeCloseTo(15, 6);
      for (const { file, inFirst } of result.files) {
        const bin = bins[Math.min(4, Math.floor(inFirst * 5))]!;
        bin.said += inFirst;
        bin.real += first.has(file) ? 1 : 0;
        bin.count++;
      }
    }
    for (const { said, real, count } of bins) expect(Math.abs(said - real) / count).toBeLessThan(0.08);
  });

  test('finds the variances juries were drawn with, on average', () => {
    const sums = { quality: 0, leniency: 0, chance: 0 };
    for (let seed = 1; seed <= 10; seed++) {
      const { result } = judged(seed, { files: 150, jurors: 40, perFile: 4 });
      expect(result.converged).toBe(true);
      for (const name of ['quality', 'leniency', 'chance'] as const) sums[name] += result.variances[name] / 10;
    }
    expect(sums.quality).toBeCloseTo(0.36, 1);
    expect(sums.leniency).toBeCloseTo(0.25, 1);
    expect(sums.chance).toBeCloseTo(0.25, 1);
  });

  test('is the same again with the same seed, and whatever the order of the marks', () => {
    const { evaluations } = rehearsalMarks({ files: 20, jurors: 8, perFile: 3 });
    const once = calibrate(evaluations, { first: 5, draws: 100 });
    expect(calibrate(evaluations, { first: 5, draws: 100 })).toEqual(once);
    const turned = calibrate(evaluations.toReversed(), { first: 5, draws: 100 });
    if (!once.ok || !turned.ok) throw new Error('refused');
    turned.files.forEach((file, at) => {
      expect(file.corrected).toBeCloseTo(once.files[at]!.corrected, 6);
    });
  });

  test('stands jurors who all agree, files all alike, and refuses what says nothing', () => {
    const grid = ['a', 'b', 'c'].flatMap((file) => ['x', 'y'].map((juror): Evaluation => ({ file, juror, value: 3 })));
    const flat = calibrate(grid, { first: 1, draws: 50 });
    expect(flat.ok && flat.files.every(({ corrected }) => Math.abs(corrected - 3) < 1e-6)).toBe(true);
    expect(calibrate([], { first: 1 })).toEqual({ ok: false, reason: 'too_few_marks' });
    expect(calibrate([{ file: 'a', juror: 'x', value: 1 }], { first: 1 })).toEqual({
      ok: false,
      reason: 'too_few_marks',
    });
  });

  test('20,000 evaluations take less than ten seconds of processor', () => {
    const { evaluations } = rehearsalMarks({ files: 5000, jurors: 300, perFile: 4 });
    const start = process.cpuUsage();
    const result = calibrate(evaluations, { first: 300 });
    expect(result.ok && result.converged).toBe(true);
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
  });
});
