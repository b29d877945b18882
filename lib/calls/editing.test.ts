import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSection, lines, shortText, text } from './building';
import { formProblems } from './coherence';
import { applyEdit, type Edit, freshId } from './editing';
import { formDefinition } from './form';
import { fieldsOf } from './shape';
import { formTemplate } from './templates';

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  sections: [
    inSection('one', T, [shortText('name', T), lines('problem', 5, T)]),
    inSection('two', T, [
      { type: 'group', id: 'team', label: T, rowLabel: T, fields: [{ type: 'shortText', id: 'role', label: T }] },
    ]),
  ],
});
const edited = (edit: Edit, before = form) => {
  const result = applyEdit(before, edit);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe('the form builder', () => {
  it('adds sections and questions with identifiers that can be read in conditions', () => {
    const section = edited({ act: 'add_section', title: text('Les données', 'Data') });
    const field = edited(
      {
        act: 'add_field',
        section: 'lesDonnees',
        field: { type: 'money', label: text('Budget de l’équipe', 'Budget') },
      },
      section,
    );
    expect(fieldsOf(field).at(-1)).toMatchObject({ id: 'budgetDeLEquipe', type: 'money' });
    expect(formProblems(field)).toEqual([]);
  });
  it('adds columns to a group, never a group or a file in it', () => {
    expect(
      fieldsOf(
        edited({
          act: 'add_field',
          section: 'two',
          group: 'team',
          field: { type: 'number', label: text('Temps', 'Time') },
        }),
      ).at(-1),
    ).toMatchObject({ fields: [{ id: 'role' }, { id: 'temps' }] });
    expect(
      applyEdit(form, { act: 'add_field', section: 'two', group: 'team', field: { type: 'file', label: T } }),
    ).toMatchObject({ reason: 'invalid_field' });
  });
  it('changes a question but never its identifier, its type nor its columns', () => {
    const change = edited({
      act: 'edit_field',
      path: 'team',
      field: { id: 'other', type: 'shortText', label: text('Autre', 'Other'), rowLabel: T, min: 1, max: 3, fields: [] },
    });
    expect(fieldsOf(change).at(-1)).toMatchObject({
      id: 'team',
      type: 'group',
      label: { fr: 'Autre' },
      fields: [{ id: 'role' }],
      max: 3,
    });
  });
  it('moves questions up and down and between sections, stopping at the ends', () => {
    const ids = (one: typeof form) => one.sections.map((section) => section.fields.map((field) => field.id));
    expect(ids(edited({ act: 'move_field', path: 'problem', by: -1 }))).toEqual([['problem', 'name'], ['team']]);
    expect(ids(edited({ act: 'move_field', path: 'name', by: -1 }))).toEqual(ids(form));
    expect(ids(edited({ act: 'edit_field', path: 'name', field: { label: T }, section: 'two' }))).toEqual([
      ['problem'],
      ['team', 'name'],
    ]);
    expect(edited({ act: 'move_section', id: 'two', by: -1 }).sections.map((one) => one.id)).toEqual(['two', 'one']);
  });
  it('removes a question, and a section with its questions', () => {
    const without = edited({ act: 'remove_section', id: 'one' }, { ...form, titleField: 'name' });
    expect([without.sections.map((one) => one.id), without.titleField]).toEqual([['two'], undefined]);
    const empty = edited({ act: 'remove_field', path: 'team' });
    expect(edited({ act: 'remove_section', id: 'two' }, empty).sections).toHaveLength(1);
    expect(
      edited(
        { act: 'remove_field', path: 'team.role' },
        edited({
          act: 'add_field',
          section: 'two',
          group: 'team',
          field: { type: 'yesNo', label: text('Ici', 'Here') },
        }),
      ),
    ).toMatchObject({ sections: [{}, { fields: [{ fields: [{ id: 'ici' }] }] }] });
  });
  it('sets and removes rules', () => {
    const ruled = edited({ act: 'set_rule', kind: 'consistency', when: 'count(team) > 3', message: T, field: 'team' });
    expect(ruled.consistency).toMatchObject([{ id: 'titre', field: 'team' }]);
    expect(
      edited(
        { act: 'set_rule', kind: 'consistency', id: 'titre', when: 'count(team) > 4', message: T, field: 'team' },
        ruled,
      ).consistency,
    ).toHaveLength(1);
    expect(edited({ act: 'remove_rule', id: 'titre' }, ruled).consistency).toEqual([]);
  });
  it('chooses what names a file and how long a line is, and lets go of a choice', () => {
    const set = edited({ act: 'set_settings', titleField: 'name', charactersPerLine: 60 });
    expect([set.titleField, set.charactersPerLine]).toEqual(['name', 60]);
    expect(edited({ act: 'set_settings', charactersPerLine: 90 }, set).titleField).toBe(undefined);
  });
  it('refuses what does not exist', () => {
    expect(applyEdit(form, { act: 'remove_field', path: 'ghost' })).toMatchObject({ reason: 'unknown' });
    expect(applyEdit(form, { act: 'remove_field', path: '__proto__.x' })).toMatchObject({ reason: 'unknown' });
    expect(applyEdit(form, { act: 'add_field', section: 'ghost', field: { type: 'yesNo', label: T } })).toMatchObject({
      reason: 'unknown',
    });
  });
  it('never changes the form it is given', () => {
    const before = JSON.stringify(form);
    edited({ act: 'remove_field', path: 'name' });
    expect(JSON.stringify(form)).toBe(before);
  });
  it('always finds a free, valid identifier', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (label, taken) => {
        const id = freshId(label, new Set([...taken, 'q']));
        expect(id).toMatch(/^[a-z][a-zA-Z0-9]{0,39}$/);
      }),
    );
    expect([freshId('Count', new Set()), freshId('2 ou 3 ?', new Set()), freshId('And', new Set())]).toEqual([
      'count2',
      'q2Ou3',
      'and2',
    ]);
  });
  it('keeps the form of cohort 6 coherent through a move', () => {
    expect(formProblems(edited({ act: 'move_section', id: 'funding', by: 1 }, formTemplate('cohort6')))).toEqual([]);
  });
});
