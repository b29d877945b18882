import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksSchema, totalOf, totalRange } from './marks';
import { isOnScale, marksOf, rubricSchema } from './schema';
import { rubricTemplate, rubricTemplates } from './templates';

describe('rubric', () => {
  test('the four templates are those of the programme', () => {
    expect(rubricTemplates.map((t) => [t.key, t.criteria.length, t.marking])).toEqual([
      ['cohort4_hearing', 5, 'collective'],
      ['cohort6_hearing', 5, 'individual'],
      ['cohort5_candidates', 4, 'individual'],
      ['cohort6_candidates', 6, 'individual'],
    ]);
    const cohort4 = rubricTemplate('cohort4_hearing')!;
    expect(cohort4.criteria.every((c) => c.scale.min === 1 && c.scale.max === 4 && c.anchors.length === 4)).toBe(true);
    expect(cohort4.generalGrid).toMatchObject({ rank: true, favourite: true, verdictRequired: true });
    expect(new Set(rubricTemplate('cohort6_hearing')!.criteria.map((c) => c.weight))).toEqual(new Set([1]));
    expect(rubricTemplate('cohort6_candidates')!.anonymity).toEqual({
      names: true,
      organisations: true,
      attachments: true,
    });
  });

  test('a template read again is the same template', () => {
    for (const template of rubricTemplates)
      expect(rubricSchema.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
  });

  test('refuses two criteria with one key, an anchor off the scale, a step that misses the end, a total of nothing', () => {
    const template = rubricTemplate('cohort4_hearing')!;
    const first = template.criteria[0]!;
    const problems = (rubric: unknown) => rubricSchema.safeParse(rubric).error?.issues.map((i) => i.message);
    expect(problems({ ...template, criteria: [first, first] })).toEqual(['key_twice']);
    expect(problems({ ...template, criteria: [{ ...first, anchors: [{ ...first.anchors[0]!, mark: 7 }] }] })).toEqual([
      'anchor_off_scale',
    ]);
    expect(
      problems({ ...template, criteria: [{ ...first, anchors: [], scale: { min: 0, max: 5, step: 2 } }] }),
    ).toEqual(['step_does_not_reach_max']);
    expect(problems({ ...template, criteria: [{ ...first, inTotal: false }] })).toEqual(['no_criterion_in_total']);
  });

  test('every mark of a scale is on it, and only those', () => {
    const scale = { min: 0, max: 5, step: 0.5 };
    expect(marksOf(scale)).toHaveLength(11);
    expect(marksOf(scale).every((mark) => isOnScale(scale, mark))).toBe(true);
    expect([-0.5, 0.25, 5.5].some((mark) => isOnScale(scale, mark))).toBe(false);
  });
});

describe('marks', () => {
  const rubric = rubricSchema.parse({
    ...rubricTemplate('cohort4_hearing')!,
    criteria: rubricTemplate('cohort4_hearing')!
      .criteria.slice(0, 3)
      .map((c, i) => ({ ...c, weight: i + 1, notApplicable: i === 2 })),
  });
  const [a, b, c] = rubric.criteria.map((criterion) => criterion.key) as [string, string, string];

  test('a draft may have holes, a sent grid may not', () => {
    expect(marksSchema(rubric, 'draft').parse({ [a]: 3 })).toEqual({ [a]: 3, [b]: null, [c]: null });
    expect(marksSchema(rubric, 'sent').safeParse({ [a]: 3, [b]: 2 }).success).toBe(false);
    expect(marksSchema(rubric, 'sent').safeParse({ [a]: 3, [b]: 2, [c]: 'na' }).success).toBe(true);
    expect(marksSchema(rubric, 'sent').safeParse({ [a]: 'na', [b]: 2, [c]: 1 }).success).toBe(false);
    expect(marksSchema(rubric, 'sent').safeParse({ [a]: 5, [b]: 2, [c]: 1 }).success).toBe(false);
  });

  test('what does not apply is left out and never counts as zero', () => {
    expect(totalOf(rubric, { [a]: 4, [b]: 1, [c]: 'na' })).toBe(2);
    expect(totalOf({ ...rubric, total: 'sum' }, { [a]: 4, [b]: 1, [c]: 'na' })).toBe(12);
    expect(totalOf({ ...rubric, total: 'sum' }, { [a]: 4, [b]: 1, [c]: 2 })).toBe(12);
    expect(totalOf(rubric, {})).toBeNull();
  });

  test('a total stays within its range whatever is marked', () => {
    const mark = fc.constantFrom<number | 'na' | null>(1, 2, 3, 4, 'na', null);
    fc.assert(
      fc.property(mark, mark, mark, fc.constantFrom('sum' as const, 'mean' as const), (x, y, z, total) => {
        const range = totalRange({ ...rubric, total });
        const value = totalOf({ ...rubric, total }, { [a]: x, [b]: y, [c]: z });
        if (value !== null) expect(value >= range.min - 1e-9 && value <= range.max + 1e-9).toBe(true);
      }),
    );
  });
});
