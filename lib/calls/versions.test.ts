import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers';
import { inSection, lines, shortText, text } from './building';
import type { Field, FormDefinition, FormDefinitionInput } from './form';
import { formDefinition } from './form';
import { fieldsOf } from './shape';
import { formTemplate } from './templates';
import { validateAnswers } from './validation';
import { diffAnswers, diffForms, isSameForm, moveAnswers } from './versions';

const T = text('Titre', 'Title');
type Fields = NonNullable<FormDefinitionInput['sections']>[number]['fields'];
const form = (...fields: Fields) => formDefinition.parse({ sections: [inSection('s', T, fields)] });

describe('a new version of a form', () => {
  it('says what is new, gone, changed and moved', () => {
    const before = formDefinition.parse({
      sections: [inSection('a', T, [shortText('x', T), shortText('gone', T)]), inSection('b', T, [lines('p', 5, T)])],
    });
    const after = formDefinition.parse({
      sections: [
        inSection('a', T, [lines('p', 3, T)]),
        inSection('b', T, [shortText('x', text('Autre', 'Other'), { required: false }), shortText('fresh', T)]),
      ],
    });
    const diff = diffForms(before, after);
    expect([diff.added.map((one) => one.id), diff.removed.map((one) => one.id), diff.moved]).toEqual([
      ['fresh'],
      ['gone'],
      ['p', 'x'],
    ]);
    expect(diff.changed.map((one) => [one.id, one.what])).toEqual([
      ['p', ['limits']],
      ['x', ['wording', 'required']],
    ]);
    expect(isSameForm(diffForms(before, before))).toBe(true);
  });

  it('keeps the answer of a removed question with its label, and gives it back if the question returns', () => {
    const before = form(shortText('x', T), shortText('y', T));
    const without = form(shortText('y', T));
    const there = moveAnswers(before, without, { x: 'mots', y: 'ici' }, [], 1);
    expect(there).toEqual({
      answers: { y: 'ici' },
      kept: [{ id: 'x', label: T, type: 'shortText', answer: 'mots', formNumber: 1 }],
    });
    expect(moveAnswers(without, before, there.answers, there.kept, 2)).toEqual({
      answers: { x: 'mots', y: 'ici' },
      kept: [],
    });
  });

  it('moves a text that became long, keeps a text that became a date', () => {
    expect(moveAnswers(form(shortText('x', T)), form(lines('x', 5, T)), { x: 'mots' }, [], 1)).toEqual({
      answers: { x: 'mots' },
      kept: [],
    });
    const dated = moveAnswers(form(shortText('x', T)), form({ type: 'date', id: 'x', label: T }), { x: 'mots' }, [], 1);
    expect([dated.answers, dated.kept.map((one) => one.answer)]).toEqual([{}, ['mots']]);
  });

  it('keeps a choice that is no longer offered, in a row too, and gives it back when it is offered again', () => {
    const offering = (...values: string[]): FormDefinition => {
      const options = values.map((value) => ({ value, label: T }));
      const one: Fields[number] = { type: 'oneOf', id: 'one', label: T, options };
      const many: Fields[number] = { type: 'manyOf', id: 'many', label: T, options };
      const column = { type: 'oneOf' as const, id: 'role', label: T, options };
      return form(one, many, { type: 'group', id: 'team', label: T, rowLabel: T, fields: [column] });
    };
    const answers: Answers = { one: 'dev', many: ['dev', 'law'], team: [{ _key: 'k', role: 'dev' }] };
    const fewer = moveAnswers(offering('dev', 'law'), offering('law'), answers, [], 1);
    expect(fewer.answers).toEqual({ many: ['law'], team: [{ _key: 'k' }] });
    expect(fewer.kept.map((one) => [one.id, one.answer])).toEqual(Object.entries(answers));
    const again = moveAnswers(offering('law'), offering('dev', 'law'), {}, fewer.kept, 2);
    expect(again).toEqual({ answers, kept: [] });
  });

  it('leaves an answer beyond its new limit where it is, to be shortened by who wrote it', () => {
    const text = (max: number) => form({ type: 'longText', id: 'x', label: T, maxCharacters: max });
    expect(moveAnswers(text(50), text(3), { x: 'mots' }, [], 1)).toEqual({ answers: { x: 'mots' }, kept: [] });
    expect(validateAnswers(text(3), { x: 'mots' }).map((one) => one.reason)).toEqual(['too_many_characters']);
  });

  it('keeps the whole group when a column with answers goes', () => {
    const group = (...ids: string[]): Fields[number] => ({
      type: 'group',
      id: 'team',
      label: T,
      rowLabel: T,
      fields: ids.map((id) => ({ type: 'shortText', id, label: T })),
    });
    const moved = moveAnswers(
      form(group('a', 'b')),
      form(group('a')),
      { team: [{ _key: 'k', a: '1', b: '2' }] },
      [],
      3,
    );
    expect(moved.answers).toEqual({ team: [{ _key: 'k', a: '1' }] });
    expect(moved.kept[0]).toMatchObject({ id: 'team', formNumber: 3, answer: [{ _key: 'k', a: '1', b: '2' }] });
  });

  it('loses no answer, whatever goes and whatever changes', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const shape = fc.constantFrom<'shortText' | 'longText' | 'number' | 'email'>(
      'shortText',
      'longText',
      'number',
      'email',
    );
    const any = fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), type: shape }), { selector: (one) => one.id });
    const make = (fields: { id: string; type: string }[]) =>
      form(...fields.map((one) => ({ ...one, label: T }) as Fields[number]));
    fc.assert(
      fc.property(any, any, any, (one, two, three) => {
        const answers: Answers = Object.fromEntries(
          one.map((field) => [field.id, field.type === 'number' ? 7 : `mot ${field.id}`]),
        );
        const first = moveAnswers(make(one), make(two), answers, [], 1);
        const second = moveAnswers(make(two), make(three), first.answers, first.kept, 2);
        for (const [id, answer] of Object.entries(answers)) {
          const found = [
            second.answers[id],
            ...second.kept.filter((kept) => kept.id === id).map((kept) => kept.answer),
          ];
          expect(found).toContain(answer);
        }
      }),
    );
  });

  it('moves the form of cohort 6 onto itself without a change', () => {
    const cohort6 = formTemplate('cohort6');
    const answers: Answers = { mission: 'm', sponsor: { email: 'a@b.fr' }, team: [{ _key: 'k', name: 'n' }] };
    expect(moveAnswers(cohort6, cohort6, answers, [], 1)).toEqual({ answers, kept: [] });
  });
});

describe('two sent versions of a file', () => {
  it('differ by question, not by the hidden keys of rows', () => {
    const cohort6 = formTemplate('cohort6');
    const shorter = { ...cohort6, sections: cohort6.sections.slice(0, -1) };
    const changes = diffAnswers(
      { definition: cohort6, answers: { mission: 'a', motivation: 'gone', team: [{ _key: 'k', name: 'n' }] } },
      { definition: shorter, answers: { mission: 'b', team: [{ _key: 'z', name: 'n' }] } },
    );
    expect(changes.map((one) => one.field.id)).toEqual(['mission', 'motivation']);
    expect((fieldsOf(cohort6) as Field[]).length).toBe(36);
  });
});
