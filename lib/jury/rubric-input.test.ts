import { expect, test } from 'vitest';
import { rubricForm, rubricFrom } from './rubric-input';
import { anchorLines, verdictLines } from './rubric-lines';
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

const opinions = (changes: object = {}) => ({
  verdicts: verdictLines(before.opinion.verdicts),
  ...(before.opinion.verdictRequired ? { verdictRequired: 'on' } : {}),
  ...(before.opinion.rank ? { rank: 'on' } : {}),
  ...(before.opinion.favourite ? { favourite: 'on' } : {}),
  comment: before.opinion.comment,
  ...changes,
});

test('words of marks and opinions are typed one a line; sent back unchanged they are the same, and a known opinion keeps its key', () => {
  const same = typed({ opinion: opinions() });
  for (const [at, one] of same.criteria.entries()) one.anchors = anchorLines(before.criteria[at]!.anchors);
  expect(rubricFrom(same, before)).toEqual({ ok: true, rubric: before });
  const [known] = before.opinion.verdicts;
  const form = typed({ opinion: opinions({ verdicts: `+ ${known!.label.fr} | Yes\n= À revoir`, rank: 'on' }) });
  form.criteria[0]!.anchors = '0 = Rien | Nothing\n2,5 = Moitié\n5 = Tout | All';
  form.criteria[0]!.step = 0.5;
  const made = rubricFrom(form, before);
  if (!made.ok) throw new Error(made.problem);
  expect(made.rubric.criteria[0]!.anchors.map(({ mark, label }) => [mark, label.en])).toEqual([
    [0, 'Nothing'],
    [2.5, 'Moitié'],
    [5, 'All'],
  ]);
  expect(made.rubric.opinion.verdicts.map(({ key, leaning }) => [key, leaning])).toEqual([
    [known!.key, 'for'],
    ['verdict_1', 'neutral'],
  ]);
  expect(made.rubric.opinion.rank).toBe(true);
  form.criteria[0]!.anchors = '7 = Hors échelle';
  expect(rubricFrom(form, before)).toEqual({ ok: false, problem: 'anchor_off_scale' });
  form.criteria[0]!.anchors = 'Rien';
  expect(rubricFrom(form, before)).toEqual({ ok: false, problem: 'line_unreadable' });
});

test('a general grid is added, and taken off', () => {
  const with_ = rubricFrom(typed({ generalGrid: { used: 'on', ...opinions({ comment: 'required' }) } }), before);
  expect(with_).toMatchObject({ ok: true, rubric: { generalGrid: { comment: 'required' } } });
  if (!with_.ok) throw new Error(with_.problem);
  expect(rubricFrom(typed({ generalGrid: opinions() }), with_.rubric)).toMatchObject({
    ok: true,
    rubric: { generalGrid: null },
  });
});
