import { expect, test } from 'vitest';
import { rubricForm, rubricFrom } from './rubric-input';
import { rubricTemplate } from './templates';

const before = rubricTemplate('cohort6_hearing')!;
const typed = (changes: object = {}) =>
  rubricForm.parse({
    stageId: '00000000-0000-7000-8000-000000000000',
    version: '1',
    total: 'mean',
    marking: 'individual',
    othersVisible: 'after_own',
    abstention: 'on',
    criteria: before.criteria.map((one) => ({
      key: one.key,
      labelFr: one.label.fr,
      labelEn: one.label.en,
      descriptionFr: one.description?.fr,
      descriptionEn: one.description?.en,
      min: '0',
      max: '5',
      step: '1',
      weight: '1',
      required: 'on',
      inTotal: 'on',
      comment: 'optional',
    })),
    ...changes,
  });

test('a form sent back unchanged is the same rubric', () => {
  expect(rubricFrom(typed(), before)).toEqual({ ok: true, rubric: before });
});

test('a criterion is removed, added, and loses its words when its scale changes', () => {
  const form = typed();
  form.criteria[0]!.remove = true;
  form.criteria[1]!.max = 10;
  form.criteria.push({ ...form.criteria[2]!, key: '', labelFr: 'Sobriété', labelEn: '' });
  const made = rubricFrom(form, before);
  if (!made.ok) throw new Error(made.problem);
  expect(made.rubric.criteria.map(({ key }) => key)).toEqual([
    'entrepreneurial',
    'commitment',
    'transformation',
    'openness',
    'criterion_1',
  ]);
  expect(made.rubric.criteria[0]).toMatchObject({ scale: { max: 10 }, anchors: [] });
  expect(made.rubric.criteria[4]!.label).toEqual({ fr: 'Sobriété', en: 'Sobriété' });
});

test('what cannot be a rubric says why', () => {
  const form = typed();
  form.criteria[0]!.step = 2;
  expect(rubricFrom(form, before)).toEqual({ ok: false, problem: 'step_does_not_reach_max' });
  expect(rubricFrom(typed({ criteria: [] }), before)).toMatchObject({ ok: false });
});
