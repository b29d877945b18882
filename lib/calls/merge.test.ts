import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, type Parts, rowsOf } from './answers';
import { inSection, lines, shortText, text } from './building';
import { formDefinition } from './form';

import { mergeAnswers, sameAnswer, withTheirs } from './merge';

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

/** Every word of some answers by the place it stands in. */
type Said = Map<string, unknown>;
function places(answers: Answers): Said {
  const said: Said = new Map();
  for (const id of ['name', 'problem']) if (answers[id] !== undefined) said.set(id, answers[id]);
  for (const one of (answers.skills ?? []) as string[]) said.set(`skills ${one}`, one);
  for (const [part, text] of Object.entries((answers.lead ?? {}) as Parts)) said.set(`lead.${part}`, text);
  for (const { _key, ...row } of rowsOf(answers.team))
    for (const [column, one] of Object.entries(row)) said.set(`team#${_key}.${column}`, one);
  return said;
}

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

  it('loses no word: what I changed, in any part of any answer, is in the result or in a conflict', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const { answers: result, conflicts } = merge(base, mine, theirs);
        const [was, now, there, then] = [base, mine, theirs, result].map(places) as [Said, Said, Said, Said];
        for (const [path, word] of now) {
          if (was.get(path) === word) continue;
          const told = conflicts.some(
            (one) => one.path === path && one.mine === word && (one.theirs ?? '') === (there.get(path) ?? ''),
          );
          expect(told || then.get(path) === word, `${path} ${word}`).toBe(true);
        }
        // Nor one of theirs: a removal of mine counts only where they wrote nothing.
        for (const [path, word] of there)
          if (was.get(path) !== word) expect(then.get(path), `${path} ${word}`).toBe(word);
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

describe('two pages that stay open, each saving what it shows', () => {
  const act = fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.constantFrom('name', 'lead.email', 'lead.phone', 'row', 'row', 'add', 'remove', 'save', 'save'),
    row: fc.nat({ max: 3 }),
    mine: fc.boolean(),
  });

  it('lose no word: it stands in the draft, or its reader replaced it, or both texts were shown', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let stored: Answers = {};
        const pages = [0, 1].map(() => ({ shows: {} as Answers, base: {} as Answers }));
        const saved = new Set<string>();
        const answered = new Set<string>();
        let count = 0;
        const save = (page: { shows: Answers; base: Answers }, keepMine: boolean) => {
          for (let turn = 0; turn < 3; turn++) {
            const { answers, conflicts } = merge(page.base, page.shows, stored);
            stored = answers;
            page.base = withTheirs(page.shows, conflicts);
            if (conflicts.length === 0) break;
            for (const one of conflicts) for (const word of [one.mine, one.theirs]) answered.add(String(word));
            if (!keepMine) page.shows = structuredClone(page.base);
          }
          for (const word of places(page.shows).values()) saved.add(String(word));
        };
        for (const { who, what, row, mine } of acts) {
          const page = pages[who] as (typeof pages)[0];
          const word = `w${count++}`;
          const rows = structuredClone(rowsOf(page.shows.team));
          const at = rows[row];
          if (what === 'save') save(page, mine);
          else if (what === 'name') {
            answered.add(String(page.shows.name));
            page.shows.name = word;
          } else if (what === 'add') page.shows.team = [...rows, { _key: `k${word}`, role: word }];
          else if (what === 'row' && at) {
            answered.add(String(at.role));
            at.role = word;
            page.shows.team = rows;
          } else if (what === 'remove' && at) {
            answered.add(String(at.role));
            page.shows.team = rows.filter((one) => one !== at);
          } else if (what.startsWith('lead')) {
            const part = what.slice(5);
            const lead = (page.shows.lead ?? {}) as Parts;
            answered.add(String(lead[part]));
            page.shows.lead = { ...lead, [part]: word };
          }
        }
        for (const page of pages) save(page, true);
        const there = new Set([...places(stored).values()].map(String));
        for (const word of saved) expect(there.has(word) || answered.has(word), word).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('go on after a choice without undoing what the other added beside it', () => {
    const base: Answers = { team: [{ _key: 'a', role: 'x' }] };
    const mine: Answers = { team: [{ _key: 'a', role: 'mine' }] };
    const theirs: Answers = {
      team: [
        { _key: 'a', role: 'theirs', share: 5 },
        { _key: 'b', role: 'new' },
      ],
    };
    const { answers: stored, conflicts } = merge(base, mine, theirs);
    const kept = merge(withTheirs(mine, conflicts), mine, stored);
    expect(kept).toMatchObject({ conflicts: [], answers: { team: [{ role: 'mine', share: 5 }, { role: 'new' }] } });
    const lead = [{ path: 'lead.email', field: 'lead', mine: 'a', theirs: undefined }];
    expect(withTheirs({ lead: { email: 'a', phone: '1' } }, lead)).toEqual({ lead: { phone: '1' } });
    expect(withTheirs({ name: 'a' }, [{ path: 'name', field: 'name', mine: 'a', theirs: undefined }])).toEqual({});
  });
});
