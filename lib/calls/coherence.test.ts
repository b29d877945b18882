import { describe, expect, it } from 'vitest';
import { inSection, shortText, text } from './building';
import { formProblems } from './coherence';
import type { FormDefinitionInput } from './form';
import { formDefinition } from './form';

const T = text('Titre', 'Title');
function problems(input: FormDefinitionInput, publishing = false) {
  return formProblems(formDefinition.parse(input), { publishing }).map(
    (one) => `${one.path} ${one.reason}${one.fault ? ` ${one.fault}` : ''}`,
  );
}
function withCondition(showIf: string) {
  return problems({
    sections: [
      inSection('s', T, [
        { type: 'yesNo', id: 'funded', label: T },
        { type: 'oneOf', id: 'size', label: T, options: [{ value: 'big', label: T }] },
        { type: 'manyOf', id: 'skills', label: T, options: [{ value: 'dev', label: T }] },
        { type: 'date', id: 'start', label: T },
        { type: 'contact', id: 'lead', label: T },
        {
          type: 'group',
          id: 'team',
          label: T,
          rowLabel: T,
          fields: [
            { type: 'number', id: 'share', label: T },
            { type: 'shortText', id: 'name', label: T },
          ],
        },
        shortText('last', T, { showIf }),
      ]),
    ],
  });
}

describe('coherence of a form', () => {
  it.each([
    'funded',
    'size = "big"',
    '"dev" in skills',
    'count(team) > 1',
    'sum(team.share) = 100',
    'lead.email is empty',
    'start > 2022-01-01',
    'size in ("big")',
  ])('accepts the condition %s', (source) => {
    expect(withCondition(source)).toEqual([]);
  });
  it.each([
    ['fundd', 'unknown_field'],
    ['share > 3', 'in_group'],
    ['team.share > 3', 'in_group'],
    ['team.ghost > 3', 'unknown_part'],
    ['size = "bigg"', 'unknown_option'],
    ['"law" in skills', 'unknown_option'],
    ['count(team)', 'not_a_condition'],
    ['funded > yes', 'wrong_type'],
    ['start > 3', 'wrong_type'],
    ['lead.age = "3"', 'unknown_part'],
    ['sum(team.name) > 1', 'wrong_type'],
    ['team = 3', 'wrong_type'],
    ['lead = lead', 'wrong_type'],
    ['count(funded) > 1', 'wrong_type'],
    ['size and funded', 'wrong_type'],
    ['3 is empty', 'unknown_field'],
    ['funded and', 'unexpected_end'],
    ['constructor = 1', 'unknown_field'],
  ])('refuses the condition %s: %s', (source, fault) => {
    expect(withCondition(source)).toEqual([`last.showIf condition ${fault}`]);
  });

  it('refuses conditions that turn in a circle, even through a section', () => {
    const found = problems({
      sections: [
        { id: 's', title: T, showIf: 'b is empty', fields: [shortText('a', T)] },
        inSection('t', T, [shortText('b', T, { showIf: 'a is not empty' })]),
      ],
    });
    expect(found).toEqual(['a.showIf circular', 'b.showIf circular']);
  });

  it('names duplicates, empty labels and limits the wrong way round', () => {
    const found = problems({
      sections: [
        inSection('s', text('', 'x'), [
          shortText('a', text('x', ' ')),
          { type: 'number', id: 'a', label: T, min: 3, max: 2 },
        ]),
        inSection('s', T, [
          {
            type: 'oneOf',
            id: 'c',
            label: T,
            options: [
              { value: 'x', label: T },
              { value: 'x', label: T },
            ],
          },
        ]),
      ],
      consistency: [{ id: 'r', field: 'gone', when: 'a is empty', message: T }],
    });
    expect(found).toEqual([
      'section:s.title missing_french',
      'section:s duplicate_id',
      'a duplicate_id',
      'a min_above_max',
      'c duplicate_option',
      'rule:r.field unknown_field',
    ]);
  });

  it('saves an empty form but never publishes it', () => {
    expect(problems({ sections: [] })).toEqual([]);
    expect(problems({ sections: [] }, true)).toEqual([' empty_form']);
    expect(problems({ sections: [inSection('s', T, [])] }, true)).toEqual(['section:s empty_section']);
  });

  it('refuses identifiers that would read the prototype or the language', () => {
    for (const id of ['constructor', '__proto__', 'toString', 'and', 'A', 'a b', '']) {
      expect(formDefinition.safeParse({ sections: [inSection('s', T, [shortText(id, T)])] }).success).toBe(false);
    }
  });
});
