import { describe, expect, test } from 'vitest';
import { agreementByCriterion, habitsOf } from './habits';
import { rubricTemplate } from './templates';

describe('habits of jurors', () => {
  test('count, mean, spread, and the distance from the others on the same files', () => {
    const marks = [
      { file: 'a', juror: 'kind', value: 5 },
      { file: 'a', juror: 'stern', value: 3 },
      { file: 'b', juror: 'kind', value: 4 },
      { file: 'b', juror: 'stern', value: 1 },
      { file: 'c', juror: 'alone', value: 2 },
    ];
    expect(habitsOf(marks)).toEqual([
      { juror: 'alone', count: 1, mean: 2, spread: null, aboveOthers: null },
      { juror: 'kind', count: 2, mean: 4.5, spread: Math.SQRT1_2, aboveOthers: 2.5 },
      { juror: 'stern', count: 2, mean: 2, spread: Math.SQRT2, aboveOthers: -2.5 },
    ]);
  });

  test('agreement by criterion leaves abstentions out', () => {
    const rubric = rubricTemplate('cohort6_hearing')!;
    const review = (applicationId: string, need: number, abstained = false) => ({
      applicationId,
      marks: { need },
      abstained,
    });
    const alpha = agreementByCriterion(rubric, [
      review('a', 1),
      review('a', 1),
      review('b', 4),
      review('b', 4),
      review('b', 0, true),
    ]);
    expect(alpha.need).toBe(1);
    expect(alpha.openness).toBeNull();
  });
});
