import { describe, expect, it } from 'vitest';
import { inSection, shortText, text } from './building';
import { checkedEdit } from './checked-edit';
import { untranslated } from './coherence';
import { formDefinition } from './form';
import { placeOf } from './form-places';

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  titleField: 'name',
  sections: [
    inSection('one', text('Projet', 'Project'), [
      shortText('name', text('Nom', 'Name')),
      { type: 'yesNo', id: 'funded', label: text('Financé', 'Funded') },
      shortText('programme', text('Programme', 'Programme'), { showIf: 'funded = yes' }),
      {
        type: 'oneOf',
        id: 'size',
        label: T,
        options: [
          { value: 'big', label: T },
          { value: 'small', label: T },
        ],
      },
    ]),
  ],
  ineligibility: [{ id: 'tooBig', when: 'size = "big"', message: text('Trop grand', 'Too big') }],
  consistency: [{ id: 'odd', field: 'name', when: 'size is empty', message: text('Étrange', 'Odd') }],
});

describe('an edit of the builder', () => {
  it('is refused beside where a condition was typed, with its fault and its place', () => {
    expect(
      checkedEdit(form, { act: 'edit_field', path: 'programme', field: { label: T, showIf: 'fundd = yes' } }, 'fr'),
    ).toMatchObject({ reason: 'condition_unknown_field', detail: { field: 'showIf', found: 'fundd', at: 1 } });
    expect(
      checkedEdit(
        form,
        { act: 'add_field', section: 'one', field: { type: 'yesNo', label: T, requireIf: 'funded and' } },
        'fr',
      ),
    ).toMatchObject({ reason: 'condition_unexpected_end', detail: { field: 'requireIf' } });
    expect(checkedEdit(form, { act: 'add_section', title: T, showIf: 'funded > 3' }, 'fr')).toMatchObject({
      reason: 'condition_wrong_type',
      detail: { field: 'showIf', at: 10 },
    });
    expect(
      checkedEdit(form, { act: 'set_rule', kind: 'ineligibility', when: 'size = "huge"', message: T }, 'fr'),
    ).toMatchObject({ reason: 'condition_unknown_option', detail: { field: 'when', found: 'huge' } });
    expect(
      checkedEdit(form, { act: 'edit_field', path: 'funded', field: { label: T, showIf: 'funded = yes' } }, 'fr'),
    ).toMatchObject({ reason: 'condition_circular', detail: { field: 'showIf' } });
  });

  it('names what would no longer hold elsewhere, in the language of its reader', () => {
    expect(checkedEdit(form, { act: 'remove_field', path: 'funded' }, 'fr')).toMatchObject({
      reason: 'breaks_condition',
      detail: { label: 'Programme', condition: 'funded = yes' },
    });
    const options = [{ value: 'small', label: T }];
    expect(checkedEdit(form, { act: 'edit_field', path: 'size', field: { label: T, options } }, 'en')).toMatchObject({
      reason: 'breaks_condition',
      detail: { label: 'Too big', condition: 'size = "big"' },
    });
    expect(checkedEdit(form, { act: 'remove_field', path: 'name' }, 'fr')).toMatchObject({
      reason: 'breaks_rule',
      detail: { label: 'Étrange' },
    });
  });

  it('says which control does not fit, and why', () => {
    const refused = (field: object) => {
      const result = checkedEdit(form, { act: 'add_field', section: 'one', field: { label: T, ...field } }, 'fr');
      return result.ok ? null : result.detail;
    };
    expect(refused({ type: 'longText', maxLines: 0 })).toEqual({ what: 'too_small', limit: 1, field: 'maxLines' });
    expect(refused({ type: 'number', decimals: 7 })).toEqual({ what: 'too_big', limit: 6, field: 'decimals' });
    expect(refused({ type: 'file', max: 1.5 })).toMatchObject({ what: 'not_whole', field: 'max' });
    expect(refused({ type: 'file', maxBytes: 60_000_000 })).toEqual({ what: 'too_big', limit: 50, field: 'megabytes' });
    expect(refused({ type: 'oneOf', options: [] })).toMatchObject({ what: 'nothing', field: 'options' });
    expect(refused({ type: 'oneOf', options: [{ value: 'é', label: T }] })).toMatchObject({ what: 'identifier' });
    expect(refused({ type: 'group', rowLabel: T })).toEqual({ what: 'column', limit: 0, field: 'columnFr' });
  });

  it('makes a repeated group with its first question', () => {
    const field = { type: 'group', label: text('Équipe', 'Team'), rowLabel: T, column: text('Prénom et nom', 'Name') };
    const made = checkedEdit(form, { act: 'add_field', section: 'one', field }, 'fr');
    expect(made.ok && made.value.sections[0]?.fields.at(-1)).toMatchObject({
      id: 'equipe',
      fields: [{ type: 'shortText', id: 'prenomEtNom', label: text('Prénom et nom', 'Name') }],
    });
  });

  it('lets go of the question that named files in lists with the question', () => {
    const without = { ...form, consistency: [] };
    const removed = checkedEdit(without, { act: 'remove_field', path: 'name' }, 'fr');
    expect(removed.ok && removed.value.titleField).toBe(undefined);
  });
});

describe('words without English', () => {
  it('are told wherever they stand, with the page that mends them', () => {
    const half = text('Moitié', '');
    const partly = formDefinition.parse({
      sections: [
        {
          id: 's',
          title: half,
          fields: [
            { type: 'number', id: 'n', label: T, help: half, unit: half },
            { type: 'oneOf', id: 'o', label: half, options: [{ value: 'a', label: half }] },
            { type: 'group', id: 'g', label: T, rowLabel: half, fields: [{ type: 'email', id: 'e', label: half }] },
          ],
        },
      ],
      ineligibility: [{ id: 'r', when: 'n > 1', message: half }],
    });
    const paths = untranslated(partly);
    expect(paths).toEqual([
      'section:s.title',
      'n.help',
      'n.unit',
      'o.label',
      'o.options.a',
      'g.rowLabel',
      'g.e.label',
      'rule:r.message',
    ]);
    expect(paths.map((path) => placeOf(partly, path, 'en').query)).toEqual([
      'section?id=s',
      'field?path=n',
      'field?path=n',
      'field?path=o',
      'field?path=o',
      'field?path=g',
      'field?path=g.e',
      'rule?kind=ineligibility&id=r',
    ]);
    expect(placeOf(partly, 'g.e.label', 'en').label).toBe('Moitié');
    expect(untranslated(form)).toEqual([]);
  });
});
