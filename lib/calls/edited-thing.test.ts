import { describe, expect, it } from 'vitest';
import { inSection, lines, shortText, text } from './building';
import { differences, inputsOf, stampOf } from './edited-thing';
import type { Edit } from './editing';
import { FieldInput } from './field-input';
import { formDefinition } from './form';

const T = text('Titre', 'Title');
const make = (label: string, other = 'Autre') =>
  formDefinition.parse({
    sections: [
      inSection('s', text(label, label), [
        shortText('a', text(label, label)),
        lines('b', 5, text(other, other)),
        { type: 'money', id: 'c', label: T, max: 10_050 },
      ]),
    ],
    ineligibility: [{ id: 'r', when: 'a is empty', message: text(label, label) }],
  });
const edits: Edit[] = [
  { act: 'edit_field', path: 'a', field: {} },
  { act: 'edit_section', id: 's', title: T },
  { act: 'set_rule', kind: 'ineligibility', id: 'r', when: 'a is empty', message: T },
];

describe('two coordinators on one form', () => {
  it.each(edits)('$act: the stamp follows the thing and nothing else', (edit) => {
    const stamp = (form: ReturnType<typeof make>) => stampOf(inputsOf(form, edit));
    expect(stamp(make('x', 'one'))).toBe(stamp(make('x', 'two')));
    expect(stamp(make('x'))).not.toBe(stamp(make('y')));
    expect(stamp(make('x'))).toMatch(/^[0-9a-f]{16}$/);
  });

  it('what is gone has no stamp, and equals nothing', () => {
    expect(stampOf(inputsOf(make('x'), { act: 'edit_field', path: 'gone', field: {} }))).toBe('');
  });

  it('each sees where the other differs, and only there', () => {
    const theirs = inputsOf(make('x'), { act: 'edit_field', path: 'c', field: {} }) ?? {};
    const posted = { ...FieldInput.parse({ labelFr: 'Montant', labelEn: 'Title', max: '100,50' }), required: 'on' };
    expect(differences(theirs, posted)).toEqual({ labelFr: 'Titre', required: '' });
  });
});
