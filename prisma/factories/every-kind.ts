import type { Answer } from '@/lib/calls/answers';
import type { Field, FieldType } from '@/lib/calls/form';
import type { AnswerReason } from '@/lib/calls/validation';

/**
 * Every kind of question with all its settings, a good answer, and what the answer is at each place it goes. Typed by
 * the kinds themselves: one that is added without its line here does not compile, one forgotten somewhere is red.
 */
export type Kind = {
  field: Field;
  good: Answer;
  /** An answer that breaks a limit or a format, and what is said of it. */
  wrong: [Answer, AnswerReason];
  /** Attributes of the controls an applicant fills in, by the name each posts. */
  controls: Record<string, Record<string, string>>;
  /** As it is read on the sheet, in the PDF and in the spreadsheet, in French. */
  read: string;
  /** In open CSV, when it is not what is read. */
  open?: string;
  /** What Démarches simplifiées exports for it, and what that becomes when it is not the good answer; absent: a block or a file, read apart. */
  champ?: [Record<string, unknown>, Answer?];
};

const text = (fr: string) => ({ fr, en: `${fr} (en)` });
const all = (id: string, rest: object = {}) => ({
  id,
  label: text(id),
  help: text('Aide'),
  example: text('Exemple'),
  required: true,
  showIf: 'qYesNo = yes',
  requireIf: 'qYesNo = yes',
  ...rest,
});
const options = ['dev', 'law', 'design'].map((value) => ({ value, label: text(value.toUpperCase()) }));
const NOTE = { id: 'f1', name: 'note.pdf', size: 1200, type: 'pdf' };
const off = { autocomplete: 'off' };

export const KINDS: Record<FieldType, Kind> = {
  shortText: {
    field: { type: 'shortText', ...all('qShortText', { maxCharacters: 20 }) },
    good: 'Phares',
    wrong: ['x'.repeat(21), 'too_many_characters'],
    controls: { qShortText: { type: 'text', ...off } },
    read: 'Phares',
    champ: [{ __typename: 'TextChamp', stringValue: 'Phares' }],
  },
  longText: {
    field: { type: 'longText', ...all('qLongText', { maxLines: 2, maxCharacters: 200 }) },
    good: 'Une ligne\nDeux lignes',
    wrong: ['a\nb\nc', 'too_many_lines'],
    controls: { qLongText: { rows: '2' } },
    read: 'Une ligne\nDeux lignes',
    champ: [{ __typename: 'TextChamp', stringValue: 'Une ligne\r\nDeux lignes' }],
  },
  number: {
    field: { type: 'number', ...all('qNumber', { min: 1, max: 5, decimals: 1, unit: text('jours') }) } as Field,
    good: 2.5,
    wrong: [9, 'too_large'],
    controls: { qNumber: { type: 'text', inputmode: 'decimal', ...off } },
    read: '2,5\u00a0jours',
    open: '2.5',
    champ: [{ __typename: 'DecimalNumberChamp', decimalNumber: 2.5, stringValue: '2.5' }],
  },
  money: {
    field: { type: 'money', ...all('qMoney', { min: 100_00, max: 30_000_00 }) },
    good: 20_000_50,
    wrong: [99_99, 'amount_too_small'],
    controls: { qMoney: { type: 'text', inputmode: 'decimal', ...off } },
    read: '20\u202f000,50\u00a0€',
    open: '20000.5',
    champ: [{ __typename: 'DecimalNumberChamp', decimalNumber: 20000.5, stringValue: '20000.5' }],
  },
  date: {
    field: { type: 'date', ...all('qDate', { min: '2026-01-01', max: '2026-12-31' }) },
    good: '2026-03-18',
    wrong: ['2027-01-01', 'date_too_late'],
    controls: { qDate: { type: 'date', min: '2026-01-01', max: '2026-12-31' } },
    read: '18 mars 2026',
    open: '2026-03-18',
    champ: [{ __typename: 'DateChamp', date: '2026-03-18', stringValue: '18 mars 2026' }],
  },
  yesNo: {
    field: { type: 'yesNo', ...all('qYesNo', { showIf: undefined, requireIf: undefined }) },
    good: true,
    wrong: ['' as never, 'required'],
    controls: { qYesNo: { type: 'radio' } },
    read: 'Oui',
    open: 'true',
    champ: [{ __typename: 'CheckboxChamp', value: true, stringValue: 'true' }],
  },
  oneOf: {
    field: { type: 'oneOf', ...all('qOneOf', { options }) } as Field,
    good: 'law',
    wrong: ['gone', 'unknown_option'],
    controls: { qOneOf: { type: 'radio' } },
    read: 'LAW',
    open: 'law',
    champ: [{ __typename: 'TextChamp', stringValue: 'Law' }],
  },
  manyOf: {
    field: { type: 'manyOf', ...all('qManyOf', { options, min: 1, max: 2 }) } as Field,
    good: ['dev', 'design'],
    wrong: [['dev', 'law', 'design'], 'too_many_choices'],
    controls: { qManyOf: { type: 'checkbox' } },
    read: 'DEV, DESIGN',
    open: 'dev, design',
    champ: [{ __typename: 'MultipleDropDownListChamp', values: ['DEV', 'design'], stringValue: 'DEV, design' }],
  },
  email: {
    field: { type: 'email', ...all('qEmail') },
    good: 'ada@phares.invalid',
    wrong: ['ada@phares', 'not_an_email'],
    controls: { qEmail: { type: 'email', inputmode: 'email', ...off, spellcheck: 'false' } },
    read: 'ada@phares.invalid',
    champ: [{ __typename: 'TextChamp', stringValue: 'ada@phares.invalid' }],
  },
  phone: {
    field: { type: 'phone', ...all('qPhone') },
    good: '01 23 45 67 89',
    wrong: ['12', 'not_a_phone'],
    controls: { qPhone: { type: 'tel', inputmode: 'tel', ...off } },
    read: '01 23 45 67 89',
    champ: [{ __typename: 'TextChamp', stringValue: '01 23 45 67 89' }],
  },
  url: {
    field: { type: 'url', ...all('qUrl') },
    good: 'https://phares.invalid/plan',
    wrong: ['javascript:alert(1)', 'not_a_url'],
    controls: { qUrl: { type: 'url', inputmode: 'url', ...off, spellcheck: 'false' } },
    read: 'https://phares.invalid/plan',
    champ: [{ __typename: 'TextChamp', stringValue: 'https://phares.invalid/plan' }],
  },
  organisation: {
    field: { type: 'organisation', ...all('qOrganisation') },
    good: { name: 'DINUM', siret: '13002526500013', parent: 'Premier ministre' },
    wrong: [{ name: 'DINUM', siret: '13002526500014' }, 'not_a_siret'],
    controls: {
      'qOrganisation.name': { type: 'text', ...off },
      'qOrganisation.siret': { type: 'text', inputmode: 'numeric', ...off },
      'qOrganisation.parent': { type: 'text', ...off },
    },
    read: 'DINUM, 13002526500013\nPremier ministre',
    champ: [
      {
        __typename: 'SiretChamp',
        stringValue: '13002526500013',
        etablissement: { siret: '13002526500013', entreprise: { raisonSociale: 'DINUM' } },
      },
      { name: 'DINUM', siret: '13002526500013' },
    ],
  },
  contact: {
    field: { type: 'contact', ...all('qContact', { parts: ['firstName', 'lastName', 'email'] }) },
    good: { firstName: 'Ada', lastName: 'Morvan', email: 'ada@phares.invalid' },
    wrong: [{ firstName: 'Ada', lastName: 'Morvan' }, 'part_required'],
    controls: {
      'qContact.firstName': { type: 'text', ...off },
      'qContact.lastName': { type: 'text', ...off },
      'qContact.email': { type: 'email', inputmode: 'email', ...off },
    },
    read: 'Ada Morvan\nada@phares.invalid',
    champ: [{ __typename: 'TextChamp', stringValue: 'Ada Morvan' }, { lastName: 'Ada Morvan' }],
  },
  town: {
    field: { type: 'town', ...all('qTown') },
    good: { name: 'Brest', postcode: '29200' },
    wrong: [{ name: 'Brest', postcode: '2920' }, 'not_a_postcode'],
    controls: {
      'qTown.name': { type: 'text', ...off },
      'qTown.postcode': { type: 'text', inputmode: 'numeric', ...off },
    },
    read: '29200 Brest',
    champ: [
      {
        __typename: 'CommuneChamp',
        stringValue: 'Brest (29200)',
        commune: { name: 'Brest', code: '29019', postalCode: '29200' },
      },
    ],
  },
  file: {
    field: { type: 'file', ...all('qFile', { types: ['pdf', 'odt'], maxBytes: 2_000_000, max: 2 }) } as Field,
    good: [NOTE],
    wrong: [[{ ...NOTE, name: 'a.exe', type: 'exe' }], 'file_type'],
    controls: {},
    read: 'note.pdf',
  },
  attestation: {
    field: { type: 'attestation', ...all('qAttestation') },
    good: true,
    wrong: [false, 'must_agree'],
    controls: { qAttestation: { type: 'checkbox', value: 'yes' } },
    read: 'Oui',
    open: 'true',
    champ: [{ __typename: 'CheckboxChamp', checked: true, stringValue: 'true' }],
  },
  group: {
    field: {
      type: 'group',
      ...all('qGroup', { rowLabel: text('Membre'), min: 1, max: 2 }),
      fields: [
        { type: 'shortText', id: 'name', label: text('Nom'), required: true },
        { type: 'number', id: 'share', label: text('Part'), required: false, decimals: 0 },
      ],
    } as Field,
    good: [
      { _key: 'k0', name: 'Ada', share: 50 },
      { _key: 'k1', name: 'Grace' },
    ],
    wrong: [['a', 'b', 'c'].map((key) => ({ _key: key, name: key })), 'too_many_rows'],
    controls: {
      'qGroup[0].name': { type: 'text', ...off },
      'qGroup[0].share': { type: 'text', inputmode: 'numeric', ...off },
    },
    read: 'Ada | 50\nGrace',
  },
};

/** A form that asks one question of each kind; the yes-or-no comes first, for the others depend on it. */
export const ONE_OF_EACH: Field[] = [
  KINDS.yesNo.field,
  ...Object.values(KINDS)
    .map(({ field }) => field)
    .filter(({ type }) => type !== 'yesNo'),
];
