import { type Answer, type Answers, filledRows, isEmptyAnswer, type Parts, type Row, type StoredFile } from './answers';
import { Conditions } from './conditions';
import type { Bilingual, Field, FormDefinition, SimpleField } from './form';
import { visibleText } from './lines';
import { ATTESTATIONS } from './shape';
import { webAddress } from './typed';

/** Words and formats of the reader's language: the sheet itself knows none. */
export type SheetWords = {
  locale: string;
  /** Title of what was signed when sending. */
  signed: string;
  yes: string;
  no: string;
  date: (iso: string) => string;
  number: (value: number) => string;
  /** From integer cents. */
  money: (cents: number) => string;
};

export type SheetValue =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'files'; files: StoredFile[] }
  | { kind: 'rows'; rows: { key: string; title: string; entries: SheetEntry[] }[] };
export type SheetEntry = { id: string; label: string; value: SheetValue };
export type SheetSection = { id: string; title: string; entries: SheetEntry[] };

/**
 * A file as it is read: each section shown by its conditions, each answer beside its question, in the reader's language.
 * The same reading serves the applicant's check, the team, the jury, print and PDF. What was signed comes last, once it is.
 */
export function sheetOf(definition: FormDefinition, answers: Answers, words: SheetWords): SheetSection[] {
  const conditions = new Conditions(definition, answers);
  const say = inWords(words);
  const signed = definition.attestations.some((one) => answers[one.id] === true);
  return [
    ...definition.sections.filter((section) => conditions.showsSection(section)),
    ...(signed ? [{ id: ATTESTATIONS, title: bothSay(words.signed), fields: definition.attestations }] : []),
  ].map((section) => ({
    id: section.id,
    title: say(section.title),
    entries: section.fields
      .filter((field) => conditions.shows(field))
      .map((field) => sheetEntry(conditions, field, answers[field.id], words)),
  }));
}

/** One answer of the sheet, to show it on its own (what changed between two versions). */
export function sheetEntry(
  conditions: Conditions,
  field: Field,
  answer: Answer | undefined,
  words: SheetWords,
): SheetEntry {
  const say = inWords(words);
  const rowsValue = (group: Extract<Field, { type: 'group' }>): SheetValue => {
    const rows = filledRows(answer).map((row: Row, index) => ({
      key: row._key,
      title: `${say(group.rowLabel)} ${index + 1}`,
      entries: group.fields
        .filter((inner) => conditions.showsInRow(group, row, inner))
        .map((inner) => sheetEntry(conditions, inner, row[inner.id], words)),
    }));
    return rows.length ? { kind: 'rows', rows } : { kind: 'none' };
  };
  return {
    id: field.id,
    label: say(field.label),
    value: field.type === 'group' ? rowsValue(field) : readValue(field, answer, words, say),
  };
}

const bothSay = (text: string): Bilingual => ({ fr: text, en: text });
const inWords = (words: SheetWords) => (text: Bilingual) =>
  words.locale === 'en' ? text.en || text.fr : text.fr || text.en;

function readValue(
  field: SimpleField,
  answer: Answer | undefined,
  words: SheetWords,
  say: (text: Bilingual) => string,
): SheetValue {
  if (isEmptyAnswer(answer) || answer === undefined) return { kind: 'none' };
  // Direction marks and the like would turn the lines around: what is stored keeps them, what is read does not.
  const text = (value: string): SheetValue => ({ kind: 'text', text: visibleText(value) });
  switch (field.type) {
    case 'yesNo':
    case 'attestation':
      return text(answer === true ? words.yes : words.no);
    case 'number':
      return text(
        typeof answer === 'number'
          ? `${words.number(answer)}${field.unit ? `\u00a0${say(field.unit)}` : ''}`
          : String(answer),
      );
    case 'money':
      return text(typeof answer === 'number' ? words.money(answer) : String(answer));
    case 'date':
      return text(/^\d{4}-\d{2}-\d{2}$/.test(String(answer)) ? words.date(String(answer)) : String(answer));
    case 'oneOf':
      return text(labelOf(field.options, String(answer), say));
    case 'manyOf':
      return { kind: 'list', items: (answer as string[]).map((one) => visibleText(labelOf(field.options, one, say))) };
    case 'file':
      return { kind: 'files', files: answer as StoredFile[] };
    case 'organisation':
      return text(organisationText(answer as Parts));
    case 'town':
      return text([(answer as Parts).postcode, (answer as Parts).name].filter(Boolean).join(' '));
    case 'contact':
      return text(contactText(answer as Parts));
    case 'url':
      return linkTo(String(answer)) ?? text(String(answer));
    default:
      return text(String(answer));
  }
}

const labelOf = (
  options: readonly { value: string; label: Bilingual }[],
  value: string,
  say: (text: Bilingual) => string,
) => {
  const found = options.find((one) => one.value === value);
  return found ? say(found.label) : value;
};

function linkTo(address: string): SheetValue | null {
  const href = webAddress(address);
  return href ? { kind: 'link', text: visibleText(address), href } : null;
}

const organisationText = ({ name, parent, siret }: Parts): string =>
  [[name, siret].filter(Boolean).join(', '), parent].filter(Boolean).join('\n');

export const contactText = ({ firstName, lastName, role, entity, email, phone }: Parts): string =>
  [[firstName, lastName].filter(Boolean).join(' '), [role, entity].filter(Boolean).join(', '), email, phone]
    .filter(Boolean)
    .join('\n');
