import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from './answers';
import { isEmptyAnswer, readAnswers } from './answers';
import { inSection, lines, shortText, text } from './building';
import { askedAnswers, completenessOf } from './completeness';
import { Conditions } from './conditions';
import type { FormDefinitionInput } from './form';
import { FIELD_TYPES, formDefinition } from './form';
import { fieldsOf } from './shape';
import { formTemplate } from './templates';
import { validateAnswers } from './validation';

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  charactersPerLine: 20,
  sections: [
    inSection('one', T, [
      shortText('name', T),
      lines('problem', 2, T),
      { type: 'number', id: 'fellows', label: T, min: 2, max: 3 },
      { type: 'money', id: 'budget', label: T, max: 100_00 },
      { type: 'date', id: 'start', label: T, min: '2022-01-01' },
      { type: 'yesNo', id: 'funded', label: T },
      shortText('programme', T, { showIf: 'funded = yes' }),
      { type: 'oneOf', id: 'size', label: T, options: [{ value: 'big', label: T }] },
      {
        type: 'manyOf',
        id: 'skills',
        label: T,
        max: 1,
        options: [
          { value: 'dev', label: T },
          { value: 'law', label: T },
        ],
      },
    ]),
    inSection('two', T, [
      { type: 'email', id: 'mail', label: T, requireIf: 'fellows = 3' },
      { type: 'phone', id: 'phone', label: T },
      { type: 'url', id: 'site', label: T },
      { type: 'organisation', id: 'host', label: T },
      { type: 'contact', id: 'lead', label: T, required: true, parts: ['lastName', 'email'] },
      { type: 'town', id: 'town', label: T },
      { type: 'file', id: 'slides', label: T, types: ['pdf'], maxBytes: 1000 },
      {
        type: 'group',
        id: 'team',
        label: T,
        rowLabel: T,
        min: 1,
        max: 2,
        required: true,
        fields: [
          { type: 'shortText', id: 'role', label: T, required: true },
          { type: 'number', id: 'share', label: T, showIf: 'role != "x"' },
        ],
      },
    ]),
  ],
  attestations: [{ type: 'attestation', id: 'sworn', label: T, required: true }],
  ineligibility: [{ id: 'tooFew', when: 'fellows < 2', message: T }],
  consistency: [{ id: 'shares', field: 'team', when: 'sum(team.share) > 100', message: T }],
} satisfies FormDefinitionInput);

const good: Answers = {
  name: 'Défi',
  problem: 'Un\nDeux',
  lead: { lastName: 'Noël', email: 'a.noel@exemple.gouv.fr' },
  team: [{ _key: 'k1', role: 'Cheffe', share: 50 }],
  sworn: true,
};
function errors(change: Answers) {
  return validateAnswers(form, { ...good, ...change }).map((one) => `${one.path} ${one.reason}`);
}

describe('checking answers', () => {
  it('finds nothing in a good file and everything missing in an empty one', () => {
    expect(errors({})).toEqual([]);
    expect(validateAnswers(form, {}).map((one) => `${one.path} ${one.reason}`)).toEqual([
      'name required',
      'problem required',
      'lead required',
      'team required',
      'sworn must_agree',
    ]);
  });

  it.each<[string, Answers, string[]]>([
    ['a name of invisible characters', { name: '\u200b \u0001' }, ['name required']],
    ['three lines where two are allowed', { problem: 'Un\nDeux\nTrois' }, ['problem too_many_lines']],
    ['a word that is no number', { fellows: 'deux' }, ['fellows not_a_number']],
    ['a half fellow', { fellows: 2.5 }, ['fellows too_many_decimals']],
    ['too many fellows', { fellows: 9, mail: 'a@b.fr' }, ['fellows too_large']],
    ['a condition that makes an answer compulsory', { fellows: 3 }, ['mail required']],
    ['a condition that shows a question', { funded: true }, ['programme required']],
    ['an amount in words', { budget: 'cher' }, ['budget not_money']],
    ['an amount above the limit', { budget: 100_01 }, ['budget amount_too_large']],
    ['a day that does not exist', { start: '2022-02-30' }, ['start not_a_date']],
    ['a day too early', { start: '2021-12-31' }, ['start date_too_early']],
    [
      'an option nobody offered',
      { size: 'huge', skills: ['dev', '__proto__'] },
      ['size unknown_option', 'skills unknown_option'],
    ],
    ['too many options', { skills: ['dev', 'law'] }, ['skills too_many_choices']],
    [
      'addresses that are none',
      { mail: 'a@b', phone: '12', site: 'javascript:alert(1)' },
      ['mail not_an_email', 'phone not_a_phone', 'site not_a_url'],
    ],
    ['a SIRET with a wrong key', { host: { name: 'DINUM', siret: '12345678901234' } }, ['host.siret not_a_siret']],
    ['a contact without its e-mail', { lead: { lastName: 'Noël' } }, ['lead.email part_required']],
    ['a postcode of four digits', { town: { name: 'Paris', postcode: '7501' } }, ['town.postcode not_a_postcode']],
    ['a file of another kind', { slides: [{ id: 'f', name: 'a.exe', size: 1, type: 'exe' }] }, ['slides[0] file_type']],
    [
      'files too many and too big',
      {
        slides: [
          { id: 'f', name: 'a', size: 1, type: 'pdf' },
          { id: 'g', name: 'b', size: 9999, type: 'pdf' },
        ],
      },
      ['slides too_many_files', 'slides[1] file_too_big'],
    ],
    [
      'a wrong row, named by its place',
      {
        team: [
          { _key: 'a', role: 'x' },
          { _key: 'b', share: 3 },
        ],
      },
      ['team[1].role required'],
    ],
    [
      'blank rows, which are free',
      { team: [{ _key: 'a' }, { _key: 'b', role: 'x', share: 9999 }] },
      ['team inconsistent'],
    ],
    ['too many rows', { team: ['a', 'b', 'c'].map((key) => ({ _key: key, role: 'r' })) }, ['team too_many_rows']],
    ['shares that add up to more than all', { team: [{ _key: 'a', role: 'r', share: 101 }] }, ['team inconsistent']],
  ])('refuses %s', (_, change, expected) => {
    expect(errors(change)).toEqual(expected);
  });

  it('accepts what people really type', () => {
    expect(
      errors({
        mail: 'élodie@préfecture.fr',
        phone: '+33 (0)1 42-75.80 00',
        site: 'beta.gouv.fr/eig',
        host: { name: 'DINUM', siret: '130 025 265 00013' },
        town: { name: 'Saint-Denis', postcode: '97400' },
      }),
    ).toEqual([]);
  });

  it('says when the answers make the file ineligible, and not before they are known', () => {
    const rules = (answers: Answers) => new Conditions(form, answers).ineligibilities().map((one) => one.id);
    expect([rules({}), rules({ fellows: 1 }), rules({ fellows: 2 })]).toEqual([[], ['tooFew'], []]);
  });

  it('shows where each section stands, touched or never opened', () => {
    const status = (answers: Answers, opened: string[] = []) =>
      completenessOf(form, answers, opened).sections.map((one) => one.status);
    expect(status({})).toEqual(['not_started', 'not_started']);
    expect(status({}, ['two'])).toEqual(['not_started', 'in_progress']);
    expect(status({ name: 'x' })).toEqual(['in_progress', 'not_started']);
    expect(status(good)).toEqual(['complete', 'complete']);
    expect(completenessOf(form, good).complete).toBe(true);
  });

  it('sends only what was asked, and keeps the rest in the draft', () => {
    expect(askedAnswers(form, { ...good, funded: false, programme: '352' })).toEqual({ ...good, funded: false });
  });
});

describe('reading answers from anyone', () => {
  it('ignores unknown and prototype keys', () => {
    const hostile = JSON.parse('{"name":"x","__proto__":{"admin":true},"constructor":"x","other":1}');
    expect(readAnswers(form, hostile)).toEqual({ ok: true, answers: { name: 'x' } });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each<[string, unknown, string[]]>([
    ['an array', [], ['']],
    ['a NUL', { name: 'a\u0000b' }, ['name']],
    ['a megabyte', { problem: 'x'.repeat(1_048_576) }, ['problem']],
    ['an array for a text', { name: ['a', 'b'] }, ['name']],
    ['an object for a number', { fellows: {} }, ['fellows']],
    ['rows without keys', { team: [{ role: 'x' }] }, ['team']],
    ['two rows of one key', { team: [{ _key: 'a' }, { _key: 'a' }] }, ['team']],
    ['a path as a file', { slides: [{ id: '../x', name: 'a', size: 1, type: 'pdf' }] }, ['slides']],
  ])('refuses %s', (_, value, malformed) => {
    expect(readAnswers(form, value)).toEqual({ ok: false, malformed });
  });

  it('keeps text exactly as typed, halves of characters excepted', () => {
    const typed = '\u202e <b>=cmd()</b>\u200b\r\n ';
    expect(readAnswers(form, { name: typed, problem: 'a\ud800' })).toEqual({
      ok: true,
      answers: { name: typed, problem: 'a\ufffd' },
    });
  });

  it('never throws on anything, and what it reads can be checked, stored and read again', () => {
    const value = fc.anything({ maxDepth: 3 });
    const any = fc.dictionary(fc.constantFrom(...fieldsOf(form).map((one) => one.id)), value);
    fc.assert(
      fc.property(fc.oneof(any, value), (input) => {
        const read = readAnswers(form, input);
        if (!read.ok) return;
        validateAnswers(form, read.answers);
        completenessOf(form, read.answers);
        expect(readAnswers(form, JSON.parse(JSON.stringify(read.answers)))).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  it('covers every type of field', () => {
    expect(new Set(fieldsOf(form).map((one) => one.type))).toEqual(new Set(FIELD_TYPES));
  });

  it('sees nothing in invisible answers', () => {
    const blank: (Answer | undefined)[] = [
      undefined,
      '',
      '\u200b',
      [],
      {},
      { name: ' ' },
      [{ _key: 'a', role: '\u2060' }],
    ];
    const filled: Answer[] = [false, 0, 'x', ['a'], { name: 'x' }];
    expect(blank.filter((one) => !isEmptyAnswer(one))).toEqual([]);
    expect(filled.filter((one) => isEmptyAnswer(one))).toEqual([]);
  });

  it('checks the whole form of cohort 6 in a few milliseconds', () => {
    const cohort6 = formTemplate('cohort6');
    const start = performance.now();
    for (let run = 0; run < 100; run++) validateAnswers(cohort6, { mission: 'mot '.repeat(100), coFunding: true });
    expect((performance.now() - start) / 100).toBeLessThan(20);
  });
});
