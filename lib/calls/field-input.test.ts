import { describe, expect, it } from 'vitest';
import { FieldInput, fieldFrom, inputOf } from './field-input';
import { field as fieldSchema } from './form';
import { fieldsOf } from './shape';
import { formTemplate } from './templates';

describe('the screen of a question', () => {
  it('gives back every question of the templates as it was', () => {
    for (const template of ['cohort6', 'cohort4'] as const) {
      for (const field of fieldsOf(formTemplate(template))) {
        const again = fieldSchema.parse({
          ...fieldFrom(field.type, FieldInput.parse(inputOf(field))),
          id: field.id,
          ...(field.type === 'group' ? { fields: field.fields } : {}),
        });
        if (field.type === 'contact' && !field.parts) delete (again as { parts?: unknown }).parts;
        expect(again).toEqual(field);
      }
    }
  });
  it('reads options one a line; without English there is none, so that it can be told', () => {
    const made = fieldFrom(
      'oneOf',
      FieldInput.parse({ labelFr: 'Taille', options: 'Très grande\npetite | Petite | Small\n\n' }),
    );
    expect(made).toMatchObject({
      label: { fr: 'Taille', en: '' },
      options: [
        { value: 'tres-grande', label: { fr: 'Très grande', en: '' } },
        { value: 'petite', label: { fr: 'Petite', en: 'Small' } },
      ],
    });
  });
  it('reads amounts in euros and refuses what is no number', () => {
    expect(fieldFrom('money', FieldInput.parse({ labelFr: 'x', max: '20 000,50' }))).toMatchObject({ max: 2000050 });
    expect(FieldInput.safeParse({ labelFr: 'x', max: 'beaucoup' }).success).toBe(false);
  });
});
