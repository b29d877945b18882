import { z } from 'zod';
import { anchorLines, anchorsFrom, verdictsFrom } from './rubric-lines';
import { type Criterion, type Opinion, type Rubric, rubricSchema } from './schema';

const ticked = z.preprocess((value) => value === 'on' || value === 'yes' || value === true, z.boolean());
const words = z.string().trim().max(2000).default('');
const figure = z.coerce.number().finite();

const criterionForm = z.object({
  key: z.string().max(40).default(''),
  labelFr: words,
  labelEn: words,
  descriptionFr: words,
  descriptionEn: words,
  min: figure.default(0),
  max: figure.default(5),
  step: figure.default(1),
  weight: figure.default(1),
  required: ticked,
  notApplicable: ticked,
  inTotal: ticked,
  comment: z.enum(['none', 'optional', 'required']).default('optional'),
  /** One a line (rubric-lines.ts); not sent by forms that do not show them. */
  anchors: z.string().max(5000).optional(),
  remove: ticked,
});

const opinionForm = z.object({
  verdicts: z.string().max(2000).default(''),
  verdictRequired: ticked,
  rank: ticked,
  favourite: ticked,
  comment: z.enum(['none', 'optional', 'required']).default('optional'),
});

/** The rubric's editor as a form sends it: criteria in order, the last one empty unless one is added. */
export const rubricForm = z.object({
  stageId: z.uuid(),
  version: z.coerce.number().int().min(1),
  total: z.enum(['sum', 'mean']),
  marking: z.enum(['individual', 'collective']),
  othersVisible: z.enum(['never', 'after_own', 'always']),
  abstention: ticked,
  names: ticked,
  organisations: ticked,
  attachments: ticked,
  opinion: opinionForm.optional(),
  generalGrid: opinionForm.extend({ used: ticked }).optional(),
  criteria: z.array(criterionForm).max(31).default([]),
});
export type RubricForm = z.infer<typeof rubricForm>;

/** The rubric these fields make of the one that was there: what the form does not show stays as it was. */
export function rubricFrom(
  form: RubricForm,
  before: Rubric,
): { ok: true; rubric: Rubric } | { ok: false; problem: string } {
  const known = new Map(before.criteria.map((one) => [one.key, one]));
  const taken = new Set(before.criteria.map(({ key }) => key));
  let unreadable = false;
  const criteria = form.criteria
    .filter((one) => !one.remove && (one.labelFr || one.labelEn))
    .map((one) => {
      const old = known.get(one.key);
      const scale = { min: one.min, max: one.max, step: one.step };
      const same = old && old.scale.min === scale.min && old.scale.max === scale.max && old.scale.step === scale.step;
      return {
        key: old?.key ?? freeKey(taken),
        label: { fr: one.labelFr || one.labelEn, en: one.labelEn || one.labelFr },
        ...(one.descriptionFr || one.descriptionEn
          ? { description: { fr: one.descriptionFr || one.descriptionEn, en: one.descriptionEn || one.descriptionFr } }
          : {}),
        scale,
        // Words tied to marks of another scale would lie: they go with it.
        anchors: anchorsOf(one.anchors, same ? old.anchors : []),
        weight: one.weight,
        required: one.required,
        notApplicable: one.notApplicable,
        inTotal: one.inTotal,
        comment: one.comment,
      };
    });
  const opinion = form.opinion ? opinionOf(form.opinion, before.opinion) : before.opinion;
  const general = form.generalGrid
    ? form.generalGrid.used
      ? opinionOf(form.generalGrid, before.generalGrid ?? before.opinion)
      : null
    : before.generalGrid;
  if (unreadable) return { ok: false, problem: 'line_unreadable' };
  const parsed = rubricSchema.safeParse({
    ...before,
    total: form.total,
    marking: form.marking,
    othersVisible: form.othersVisible,
    abstention: form.abstention,
    anonymity: { names: form.names, organisations: form.organisations, attachments: form.attachments },
    criteria,
    opinion,
    generalGrid: general,
  });

  return parsed.success
    ? { ok: true, rubric: parsed.data }
    : { ok: false, problem: parsed.error.issues[0]?.message ?? 'invalid' };

  function anchorsOf(text: string | undefined, kept: Criterion['anchors']) {
    if (text === undefined || text.trim() === anchorLines(kept)) return kept;
    const read = anchorsFrom(text);
    if (!read) unreadable = true;
    return read ?? [];
  }
  function opinionOf({ verdicts, ...rest }: z.output<typeof opinionForm>, old: Opinion): Opinion {
    const read = verdictsFrom(verdicts, old.verdicts);
    if (!read) unreadable = true;
    const { verdictRequired, rank, favourite, comment } = rest;
    return { verdictRequired, rank, favourite, comment, verdicts: read ?? [] };
  }
}

function freeKey(taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const key = `criterion_${number}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}
