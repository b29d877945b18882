import { describe, expect, it } from 'vitest';
import { DEFAULT_CRITERIA } from './examination-settings';
import { type Opinion, readingProblems, summaryOf } from './reading';

const reading = (marks: number[], opinion: Opinion | null, sent = true) => ({
  marks: Object.fromEntries(DEFAULT_CRITERIA.map(({ id }, index) => [id, marks[index] as number])),
  opinion,
  sentAt: sent ? new Date() : null,
});

describe('a quick reading', () => {
  it('counts what is missing and leaves out what is not a mark of the scale', () => {
    const marks = { need: '4', host: '5', feasible: 'x', other: '2' };
    expect(readingProblems({ marks, opinion: '' }, DEFAULT_CRITERIA, 4)).toEqual({ marks: { need: 4 }, missing: 3 });
    const all = { need: '1', host: '2', feasible: '4' };
    expect(readingProblems({ marks: all, opinion: 'reserved' }, DEFAULT_CRITERIA, 4).missing).toBe(0);
  });

  it('is summed up with those that were sent: means, opinions, and where readers are far apart', () => {
    const summary = summaryOf(
      [reading([4, 3, 3], 'favourable'), reading([1, 3, 2], 'reserved'), reading([1, 1, 1], 'unfavourable', false)],
      DEFAULT_CRITERIA,
      4,
    );
    expect(summary).toMatchObject({
      sent: 2,
      apart: ['need'],
      opinions: { favourable: 1, reserved: 1, unfavourable: 0 },
      criteria: [{ mean: 2.5, marks: [1, 4] }, { mean: 3 }, { mean: 2.5 }],
    });
    expect(summary.mean).toBeCloseTo(16 / 6);
    expect(summaryOf([], DEFAULT_CRITERIA, 4)).toMatchObject({ sent: 0, mean: null, apart: [] });
  });
});
