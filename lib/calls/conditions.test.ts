import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers';
import { text } from './building';
import { askedAnswers, completenessOf } from './completeness';
import { Conditions } from './conditions';
import { type FormDefinition, formDefinition } from './form';
import { fieldsOf } from './shape';
import { withoutWords } from './slim';
import { validateAnswers } from './validation';

const T = text('Titre', 'Title');
const IDS = ['a', 'b', 'c', 'd', 'e'] as const;
const OPTIONS = ['one', 'two'].map((value) => ({ value, label: T }));
const SHAPES = [
  { type: 'yesNo' },
  { type: 'number' },
  { type: 'shortText' },
  { type: 'oneOf', options: OPTIONS },
  { type: 'manyOf', options: OPTIONS },
] as const;

/** A condition on the field `id` of that shape. */
const onField = (id: string, shape: number): fc.Arbitrary<string> =>
  [
    fc.constantFrom(`${id} = yes`, `${id} = no`),
    fc.constantFrom(`${id} > 2`, `${id} + 1 <= 3`, `${id} is empty`),
    fc.constantFrom(`${id} is empty`, `${id} is not empty`, `${id} = "x"`),
    fc.constantFrom(`${id} = "one"`, `${id} in ("one", "two")`),
    fc.constantFrom(`"one" in ${id}`, `${id} is not empty`),
  ][shape] as fc.Arbitrary<string>;

const answerOf = (shape: number): fc.Arbitrary<Answers[string]> =>
  [
    fc.boolean(),
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom('x', 'y', ''),
    fc.constantFrom('one', 'two'),
    fc.subarray(['one', 'two']),
  ][shape] as fc.Arbitrary<Answers[string]>;

/** A form whose questions depend on earlier ones (`circles`: on any), and answers to it. */
const formAndAnswers = (circles = false) =>
  fc
    .tuple(...IDS.map(() => fc.nat(SHAPES.length - 1)))
    .chain((shapes) => {
      const condition = (index: number) => {
        const others = IDS.map((id, at) => [id, at] as const).filter(([, at]) => (circles ? at !== index : at < index));
        if (others.length === 0) return fc.constant(undefined);
        const one = fc.constantFrom(...others).chain(([id, at]) => onField(id, shapes[at] ?? 0));
        return fc.option(
          fc.oneof(
            one,
            fc.tuple(one, fc.constantFrom('and', 'or'), one).map((parts) => parts.join(' ')),
            one.map((of) => `not (${of})`),
          ),
          { nil: undefined },
        );
      };
      return fc.record({
        shown: fc.tuple(...IDS.map((_, index) => condition(index))),
        required: fc.tuple(...IDS.map((_, index) => condition(index))),
        answers: fc.record(Object.fromEntries(IDS.map((id, index) => [id, answerOf(shapes[index] ?? 0)])), {
          requiredKeys: [],
        }),
        shapes: fc.constant(shapes),
      });
    })
    .map(({ shown, required, answers, shapes }) => ({
      form: formDefinition.parse({
        sections: [
          {
            id: 's',
            title: T,
            fields: IDS.map((id, index) => ({
              ...SHAPES[shapes[index] ?? 0],
              id,
              label: T,
              ...(shown[index] ? { showIf: shown[index] } : {}),
              ...(required[index] ? { requireIf: required[index] } : {}),
            })),
          },
        ],
        ineligibility: [{ id: 'rule', when: shown[4] ?? 'a is empty', message: T }],
      }),
      answers: answers as Answers,
    }));

const shownIn = (form: FormDefinition, answers: Answers) => {
  const conditions = new Conditions(form, answers);
  return fieldsOf(form)
    .filter((field) => conditions.shows(field))
    .map((field) => field.id);
};

describe('conditions, whatever the form and the answers', () => {
  it('say the same in the browser, which has the form without its words', () => {
    fc.assert(
      fc.property(formAndAnswers(true), ({ form, answers }) => {
        expect(shownIn(withoutWords(form), answers)).toEqual(shownIn(form, answers));
      }),
    );
  });

  it('a hidden answer decides nothing: taking it away changes no question, no error and no rule', () => {
    fc.assert(
      fc.property(formAndAnswers(), ({ form, answers }) => {
        const asked = askedAnswers(form, answers);
        expect(shownIn(form, asked)).toEqual(shownIn(form, answers));
        expect(validateAnswers(form, asked)).toEqual(validateAnswers(form, answers));
        const rules = (given: Answers) => new Conditions(form, given).ineligibilities().map((one) => one.id);
        expect(rules(asked)).toEqual(rules(answers));
      }),
    );
  });

  it('what is sent holds answers to shown questions only, and sending it again is the same', () => {
    fc.assert(
      fc.property(formAndAnswers(), ({ form, answers }) => {
        const asked = askedAnswers(form, answers);
        const shown = shownIn(form, answers);
        expect(Object.keys(asked).filter((id) => !shown.includes(id))).toEqual([]);
        for (const id of Object.keys(asked)) expect(asked[id]).toEqual(answers[id]);
      }),
    );
  });

  it('a hidden question is never an error, a shown and required one without answer always is', () => {
    fc.assert(
      fc.property(formAndAnswers(), ({ form, answers }) => {
        const conditions = new Conditions(form, answers);
        const { errors } = completenessOf(form, answers);
        for (const field of fieldsOf(form)) {
          const own = errors.filter((one) => one.field === field.id);
          if (!conditions.shows(field)) expect(own).toEqual([]);
          else if (conditions.requires(field) && answers[field.id] === undefined)
            expect(own.map((one) => one.reason)).toContain('required');
        }
      }),
    );
  });

  it('circles (refused before a form is published) end all the same, in the same way each time', () => {
    fc.assert(
      fc.property(formAndAnswers(true), ({ form, answers }) => {
        expect(shownIn(form, answers)).toEqual(shownIn(form, answers));
      }),
    );
  });
});
