import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers';
import { inSection, lines, shortText, text } from './building';
import { formDefinition } from './form';
import { mergeAnswers, sameAnswer } from './merge';

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  sections: [
    inSection('s', T, [
      shortText('name', T),
      lines('problem', 5, T),
      {
        type: 'manyOf',
        id: 'skills',
        label: T,
        options: ['dev', 'law', 'design'].map((value) => ({ value, label: T })),
      },
      { type: 'contact', id: 'lead', label: T },
      {
        type: 'group',
        id: 'team',
        label: T,
        rowLabel: T,
        fields: [
          { type: 'shortText', id: 'role', label: T },
          { type: 'number', id: 'share', label: T },
        ],
      },
    ]),
  ],
});
const merge = (base: Answers, mine: Answers, theirs: Answers) => mergeAnswers(form, base, mine, theirs);

describe('two people on one draft', () => {
  it('takes each one’s own field', () => {
    expect(merge({ name: 'a' }, { name: 'b' }, { name: 'a', problem: 'p' })).toEqual({
      answers: { name: 'b', problem: 'p' },
      conflicts: [],
      written: ['name'],
    });
  });
  it('keeps both texts of a field both changed', () => {
    expect(merge({ name: 'a' }, { name: 'b' }, { name: 'c' })).toEqual({
      answers: { name: 'c' },
      conflicts: [{ path: 'name', field: 'name', mine: 'b', theirs: 'c' }],
      written: [],
    });
  });
  it('merges the parts of a contact and the ticks of a list', () => {
    const base = { lead: { email: 'a' }, skills: ['dev'] };
    const merged = merge(
      base,
      { lead: { email: 'a', phone: '1' }, skills: ['dev', 'law'] },
      { lead: { email: 'b' }, skills: [] },
    );
    expect(merged).toMatchObject({ answers: { lead: { email: 'b', phone: '1' }, skills: ['law'] }, conflicts: [] });
  });
  it('merges rows by key, whatever their order', () => {
    const base = {
      team: [
        { _key: 'a', role: 'x' },
        { _key: 'b', role: 'y' },
      ],
    };
    const mine: Answers = {
      team: [
        { _key: 'a', role: 'x', share: 5 },
        { _key: 'b', role: 'y' },
        { _key: 'm', role: 'new' },
      ],
    };
    const theirs = {
      team: [
        { _key: 'b', role: 'z' },
        { _key: 'a', role: 'x' },
        { _key: 't', role: 'other' },
      ],
    };
    expect(merge(base, mine, theirs)).toMatchObject({
      answers: {
        team: [
          { _key: 'b', role: 'z' },
          { _key: 'a', role: 'x', share: 5 },
          { _key: 't', role: 'other' },
          { _key: 'm', role: 'new' },
        ],
      },
      conflicts: [],
    });
  });
  it('removes a row nobody else touched and keeps one somebody wrote in', () => {
    const base = {
      team: [
        { _key: 'a', role: 'x' },
        { _key: 'b', role: 'y' },
      ],
    };
    const merged = merge(
      base,
      { name: 'n' },
      {
        team: [
          { _key: 'a', role: 'x' },
          { _key: 'b', role: 'changed' },
        ],
      },
    );
    expect(merged.answers.team).toEqual([{ _key: 'b', role: 'changed' }]);
  });
  it('names a conflict inside a row by the row’s key', () => {
    const row = (role: string) => ({ team: [{ _key: 'k', role }] });
    expect(merge(row('a'), row('b'), row('c')).conflicts).toEqual([
      { path: 'team#k.role', field: 'team', mine: 'b', theirs: 'c' },
    ]);
  });
  it('does not call line ends or emptiness a change', () => {
    expect(sameAnswer('a\r\nb', 'a\nb')).toBe(true);
    expect(sameAnswer({ email: '' }, undefined)).toBe(true);
    expect(sameAnswer([], undefined)).toBe(true);
    expect(sameAnswer(false, undefined)).toBe(false);
  });
});

describe('the merge, whatever is written', () => {
  const word = fc.constantFrom('un', 'deux', 'trois');
  const row = fc.record(
    { _key: fc.constantFrom('a', 'b', 'c'), role: word, share: fc.integer({ min: 0, max: 3 }) },
    { requiredKeys: ['_key'] },
  );
  const answers = fc.record(
    {
      name: word,
      problem: word,
      skills: fc.uniqueArray(fc.constantFrom('dev', 'law', 'design'), { minLength: 1 }),
      lead: fc.record({ email: word, phone: word }, { requiredKeys: ['email'] }),
      team: fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: (one) => one._key }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;

  it('is mine when only I wrote, theirs when only they did, and either when we agree', () => {
    fc.assert(
      fc.property(answers, answers, (base, other) => {
        expect(merge(base, other, base).answers).toEqual(other);
        expect(merge(base, base, other).answers).toEqual(other);
        expect(merge(base, other, other)).toEqual({ answers: other, conflicts: [], written: [] });
      }),
    );
  });

  it('loses no word: what I changed is in the result or in a conflict', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const { answers: result, conflicts } = merge(base, mine, theirs);
        for (const id of ['name', 'problem']) {
          if (mine[id] === undefined || sameAnswer(mine[id], base[id])) continue;
          const told = conflicts.some((one) => one.path === id && one.mine === mine[id] && one.theirs === theirs[id]);
          expect(told || result[id] === mine[id]).toBe(true);
        }
      }),
    );
  });

  it('finds the same conflicts from either side', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const paths = (one: ReturnType<typeof merge>) => one.conflicts.map((conflict) => conflict.path).sort();
        expect(paths(merge(base, mine, theirs))).toEqual(paths(merge(base, theirs, mine)));
      }),
    );
  });

  it('settles: sending again what was merged changes nothing', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const { answers: result } = merge(base, mine, theirs);
        expect(merge(result, result, result)).toEqual({ answers: result, conflicts: [], written: [] });
      }),
    );
  });
});
