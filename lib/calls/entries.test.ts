import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers';
import { inSection, lines, shortText, text } from './building';
import { applyIntent, inputText, readEntries, readIntent, toEntries } from './entries';
import type { Field } from './form';
import { formDefinition } from './form';
import { fieldsOf } from './shape';
import { formTemplate } from './templates';

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  sections: [
    inSection('s', T, [
      shortText('name', T),
      lines('problem', 5, T),
      { type: 'number', id: 'fellows', label: T },
      { type: 'money', id: 'budget', label: T },
      { type: 'date', id: 'start', label: T },
      { type: 'yesNo', id: 'funded', label: T },
      {
        type: 'manyOf',
        id: 'skills',
        label: T,
        options: [
          { value: 'dev', label: T },
          { value: 'law', label: T },
        ],
      },
      { type: 'contact', id: 'lead', label: T },
      { type: 'file', id: 'slides', label: T },
      {
        type: 'group',
        id: 'team',
        label: T,
        rowLabel: T,
        max: 2,
        fields: [
          { type: 'shortText', id: 'role', label: T },
          { type: 'contact', id: 'person', label: T },
          { type: 'yesNo', id: 'here', label: T },
        ],
      },
    ]),
  ],
});
const fields = fieldsOf(form);
let next = 0;
const newKey = () => `new${next++}`;
const read = (entries: [string, unknown][], previous: Answers = {}) => readEntries(fields, entries, previous, newKey);

describe('forms posted without JavaScript', () => {
  it('reads what people type, generously', () => {
    expect(
      read([
        ['fellows', '2,5'],
        ['budget', '20 000,50 €'],
        ['start', '18/03/2022'],
        ['funded', 'no'],
        ['skills', 'dev'],
        ['skills', 'law'],
        ['problem', 'Un\r\nDeux'],
        ['lead.email', 'a@b.fr'],
        ['lead.phone', ''],
      ]),
    ).toEqual({
      fellows: 2.5,
      budget: 2000050,
      start: '2022-03-18',
      funded: false,
      skills: ['dev', 'law'],
      problem: 'Un\nDeux',
      lead: { email: 'a@b.fr' },
    });
  });

  it('keeps what it cannot read as it was typed', () => {
    expect(
      read([
        ['fellows', 'deux'],
        ['budget', 'cher'],
        ['start', '30/02/2022'],
      ]),
    ).toEqual({ fellows: 'deux', budget: 'cher', start: '30/02/2022' });
  });

  it('clears what was not posted, and keeps files, which travel apart', () => {
    const slides = [{ id: 'f1', name: 'a.pdf', size: 3, type: 'pdf' }];
    expect(read([], { name: 'x', skills: ['dev'], slides })).toEqual({ slides });
  });

  it('reads rows by index and keeps their keys; a row without key gets one', () => {
    const rows = read([
      ['team[3].role', 'Chef'],
      ['team[3]._key', 'k3'],
      ['team[0].role', 'Dev'],
      ['team[0].person.email', 'a@b.fr'],
      ['team[0].here', 'yes'],
    ]).team;
    expect(rows).toEqual([
      { _key: expect.stringMatching(/^new/), role: 'Dev', person: { email: 'a@b.fr' }, here: true },
      { _key: 'k3', role: 'Chef' },
    ]);
  });

  it('gives two rows that claim one key a key each', () => {
    const rows = read([
      ['team[0]._key', 'k'],
      ['team[1]._key', 'k'],
      ['team[2]._key', '__proto__'],
    ]).team as { _key: string }[];
    expect(new Set(rows.map((row) => row._key)).size).toBe(3);
  });

  it('ignores hostile names and files in text fields', () => {
    const hostile: [string, unknown][] = [
      ['__proto__', 'x'],
      ['constructor.name', 'x'],
      ['lead.__proto__', 'x'],
      ['team[9999999].role', 'x'],
      ['team[0].__proto__', 'x'],
      ['name', new Blob()],
      ['name[]', 'x'],
    ];
    const rows = read(hostile);
    expect(Object.keys(rows)).toEqual(['team']);
    expect(rows.team).toEqual([{ _key: expect.any(String) }]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('adds a row within the maximum, removes one, detaches a file', () => {
    const add = readIntent('add:team');
    const once = applyIntent(fields, {}, add!, newKey);
    const twice = applyIntent(fields, once, add!, newKey);
    expect([once.team, twice.team].map((rows) => (rows as unknown[]).length)).toEqual([1, 2]);
    expect(applyIntent(fields, twice, add!, newKey)).toEqual(twice);
    const key = (twice.team as { _key: string }[])[0]!._key;
    expect(applyIntent(fields, twice, readIntent(`remove:team:${key}`)!, newKey).team).toHaveLength(1);
    const slides = [{ id: 'f1', name: 'a.pdf', size: 3, type: 'pdf' }];
    expect(applyIntent(fields, { slides }, readIntent('detach:slides:f1')!, newKey)).toEqual({ slides: [] });
  });

  it('knows no other button', () => {
    expect(
      ['', 'add', 'add:a b', 'remove:team', 'drop:team', 'add:team\n', 'remove:team:../x', ['add:team'], null].map(
        readIntent,
      ),
    ).toEqual(Array(9).fill(null));
  });

  it('writes numbers as they may be typed', () => {
    const field = (id: string) => fields.find((one) => one.id === id) as Exclude<Field, { type: 'group' }>;
    expect([
      inputText(field('budget'), 2000050),
      inputText(field('budget'), -5),
      inputText(field('budget'), 100),
      inputText(field('fellows'), 2.5),
      inputText(field('fellows'), 1e21),
    ]).toEqual(['20000,50', '-0,05', '1', '2,5', '1000000000000000000000']);
  });

  it('gives back the same answers after a round trip through a browser', () => {
    const line = fc.string({ minLength: 1, maxLength: 30 }).filter((one) => !/[\r]/.test(one));
    const key = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const lead = fc.record({ email: line, phone: line }, { requiredKeys: ['email'] });
    const row = fc.record({ _key: key, role: line, here: fc.boolean(), person: lead }, { requiredKeys: ['_key'] });
    const answers = fc.record(
      {
        name: line,
        fellows: fc.integer({ min: -1e6, max: 1e6 }),
        budget: fc.integer({ min: -1e12, max: 1e12 }),
        funded: fc.boolean(),
        skills: fc.uniqueArray(fc.constantFrom('dev', 'law'), { minLength: 1 }),
        lead,
        team: fc.uniqueArray(row, { minLength: 1, maxLength: 5, selector: (one) => one._key }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Answers>;
    fc.assert(
      fc.property(answers, (before) => {
        expect(read(toEntries(fields, before))).toEqual(before);
      }),
    );
  });

  it('reads the whole form of cohort 6 from nothing', () => {
    expect(readEntries(fieldsOf(formTemplate('cohort6')), [], {}, newKey)).toEqual({});
  });
});
