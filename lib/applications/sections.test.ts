import { describe, expect, it } from 'vitest';
import { inSection, lines, shortText, text } from '@/lib/calls/building';
import { formDefinition } from '@/lib/calls/form';
import { afterSection, fieldsChange, sectionChange } from './sections';

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  sections: [
    inSection('one', T, [shortText('name', T), lines('problem', 2, T), { type: 'file', id: 'slides', label: T }]),
    inSection('two', T, [
      { type: 'group', id: 'team', label: T, rowLabel: T, fields: [{ type: 'shortText', id: 'role', label: T }] },
    ]),
  ],
});
const slides = [{ id: 'f', name: 'a.pdf', size: 1, type: 'pdf' }];
const key = () => 'new';

describe('a posted section', () => {
  it('changes its own fields and leaves files to the uploads', () => {
    const change = sectionChange(
      {
        section: 'one',
        base: '{"name":"a"}',
        intent: 'continue',
        entries: [
          ['name', 'b'],
          ['role', 'x'],
        ],
      },
      key,
    )(form, { name: 'a', slides });
    expect(change).toMatchObject({ base: { name: 'a', slides }, mine: { name: 'b', slides }, opened: 'one' });
  });
  it('adds and removes rows with what was just typed', () => {
    const post = (intent: string) =>
      sectionChange(
        {
          section: 'two',
          base: '{}',
          intent,
          entries: [
            ['team[0]._key', 'k'],
            ['team[0].role', 'Chef'],
          ],
        },
        key,
      )(form, {}).mine.team;
    expect(post('add:team')).toEqual([{ _key: 'k', role: 'Chef' }, { _key: 'new' }]);
    expect(post('remove:team:k')).toEqual([]);
  });
  it('leaves out the fields for which one takes the other text', () => {
    const change = sectionChange(
      {
        section: 'one',
        base: '{}',
        intent: 'theirs:name',
        entries: [
          ['name', 'b'],
          ['problem', 'p'],
        ],
      },
      key,
    )(form, {});
    expect(change.mine).toEqual({ problem: 'p' });
  });
  it('survives a base that is no JSON, or not of this form', () => {
    for (const base of ['', '{', '[]', '{"name":["a"]}', '"x"']) {
      expect(sectionChange({ section: 'one', base, intent: 'continue', entries: [] }, key)(form, {}).base).toEqual({});
    }
  });
});

describe('an autosave', () => {
  it('changes the fields it names, never files, never what is not in the form', () => {
    const change = fieldsChange(
      {
        name: { base: 'a', entries: [['name', 'b']] },
        slides: { base: [], entries: [] },
        ghost: { base: 1, entries: [['ghost', 'x']] },
      },
      key,
    )(form, { slides });
    expect(change).toMatchObject({ base: { name: 'a' }, mine: { name: 'b' }, opened: 'one' });
    expect(change.fields.map((one) => one.id)).toEqual(['name']);
  });

  it('does not take for somebody else’s what this writer had sent without hearing so', () => {
    const unheard: [string, string][][] = [[['name', 'b']], [['name', 'bc']]];
    const change = (stored: string) =>
      fieldsChange({ name: { base: 'a', entries: [['name', 'bcd']], unheard } }, key)(form, { name: stored });
    expect(change('bc').base).toEqual({ name: 'bc' });
    expect(change('b').base).toEqual({ name: 'b' });
    expect(change('other').base).toEqual({ name: 'a' });
  });
});

describe('after a section', () => {
  const error = (reason: 'required' | 'too_many_lines') => ({
    path: 'problem',
    field: 'problem',
    section: 'one',
    reason,
  });
  it.each([
    ['continue', [], '/sections/two'],
    ['continue', [error('required')], '/sections/two'],
    ['continue', [error('too_many_lines')], '/sections/one?check=1'],
    ['back', [error('too_many_lines')], ''],
    ['stay', [], '/sections/one'],
    ['add:team', [], '/sections/one#f-team'],
    ['theirs:name', [], '/sections/one'],
  ])('%s with %o leads to "%s"', (intent, errors, expected) => {
    expect(afterSection(intent, 'one', ['one', 'two'], errors)).toBe(expected);
  });
  it('ends on the check of the answers', () => {
    expect(afterSection('continue', 'two', ['one', 'two'], [])).toBe('/check');
  });
});
