import { type Field, parseForm, type SimpleField } from '@/lib/calls/form';
import { contactText } from '@/lib/calls/sheet';
import type { Localized, Rubric } from './schema';

export type Anonymity = Rubric['anonymity'];
export type ShownFile = { id: string; name: string; size: number };
/** One answered question, ready to print: texts in both languages, and files where the answer is files. */
export type Entry = { id: string; label: Localized; lines: Localized[]; files: ShownFile[] };
export type ShownSection = { id: string; title: Localized; entries: Entry[] };
export type Shown = { title: string; organisation: string; sections: ShownSection[]; hidden: boolean };

type Source = {
  title: string;
  organisation: string;
  /** Null among them where the file's body is not one we know. */
  organisationNames: readonly (string | null)[];
  ownerName: string;
  definition: unknown;
  answers: unknown;
  /** What the coordination wrote for jurors to read instead, by field ("title" for the name); empty hides. */
  redactions?: Record<string, string> | null;
};

export const anonymous = (rubric: Rubric): boolean =>
  rubric.anonymity.names || rubric.anonymity.organisations || rubric.anonymity.attachments;

/** What stands for a hidden name, in any language. */
export const MASK = '[…]';

const NAMING: ReadonlySet<Field['type']> = new Set(['contact', 'email', 'phone', 'url']);
const PLACING: ReadonlySet<Field['type']> = new Set(['organisation', 'town']);

/** The file as a reader may see it; with `anonymity`, people and organisations are left out and masked inside texts. */
export function shown(source: Source, anonymity: Anonymity | null): Shown {
  const parsed = parsedForm(source.definition);
  const answers = isPlain(source.answers) ? source.answers : {};
  const sections = parsed.ok ? parsed.form.sections : [];
  const mask = maskOf(
    anonymity
      ? namesToHide(
          source,
          sections.flatMap((one) => one.fields),
          answers,
          anonymity,
        )
      : [],
  );
  const left = (field: Field) =>
    !(anonymity?.names && NAMING.has(field.type)) && !(anonymity?.organisations && PLACING.has(field.type));
  const redacted = (anonymity && source.redactions) || {};
  // The question that asks for the name says what stands for the name, unless it was worded by itself.
  const worded = (id: string) => redacted[id] ?? (isTitle(source, answers[id]) ? redacted.title : undefined);
  return {
    title: titleOf(source, mask, redacted),
    organisation: anonymity?.organisations ? '' : source.organisation,
    hidden: anonymity !== null,
    sections: sections
      .map((section) => ({
        id: section.id,
        title: section.title,
        entries: section.fields
          .filter(left)
          .map((field) => instead(entryOf(field, answers[field.id], mask, anonymity), worded(field.id)))
          .filter((entry) => entry.lines.length > 0 || entry.files.length > 0),
      }))
      .filter((section) => section.entries.length > 0),
  };
}

type Mask = (text: string) => string;

const isTitle = (source: Source, answer: unknown): boolean =>
  typeof answer === 'string' && answer.trim() !== '' && answer.trim() === source.title.trim();

/** An empty title would leave nothing to click on: it is then the mask alone, never the original. */
const titleOf = (source: Source, mask: Mask, redacted: Record<string, string>): string =>
  redacted.title === undefined ? mask(source.title) : redacted.title.trim() || MASK;

/** The text written for jurors stands for the answer and its files; an empty one leaves nothing of it. */
const instead = (entry: Entry, text: string | undefined): Entry =>
  text === undefined ? entry : { ...entry, files: [], lines: text.trim() ? [same(text)] : [] };

/** Hides, in any text said about a file, the names the file itself hides. */
export function maskFor(source: Source, anonymity: Anonymity): Mask {
  const parsed = parsedForm(source.definition);
  const answers = isPlain(source.answers) ? source.answers : {};
  const fields = parsed.ok ? parsed.form.sections.flatMap((one) => one.fields) : [];
  return maskOf(namesToHide(source, fields, answers, anonymity));
}

/** A file's name as a list of jurors' may show it: what the page itself would say. */
export const shownTitle = (source: Source, anonymity: Anonymity): string =>
  titleOf(source, maskFor(source, anonymity), source.redactions ?? {});

const forms = new Map<string, ReturnType<typeof parseForm>>();
/** Lists ask for the same few forms again and again. */
function parsedForm(definition: unknown): ReturnType<typeof parseForm> {
  const key = JSON.stringify(definition);
  const known = forms.get(key) ?? parseForm(definition);
  if (forms.size > 50) forms.clear();
  forms.set(key, known);
  return known;
}

function entryOf(field: Field, value: unknown, mask: Mask, anonymity: Anonymity | null): Entry {
  const base = { id: field.id, label: field.label, lines: [] as Localized[], files: [] as ShownFile[] };
  if (field.type === 'file') return { ...base, files: filesOf(value, anonymity?.attachments ?? false) };
  if (field.type !== 'group') return { ...base, lines: linesOf(field, value, mask) };
  const rows = Array.isArray(value) ? value.filter(isPlain) : [];
  const hides = (one: SimpleField) =>
    (anonymity?.names && (NAMING.has(one.type) || /name/i.test(one.id))) ||
    (anonymity?.organisations && PLACING.has(one.type));
  return {
    ...base,
    lines: rows.map((row) => {
      const cells = field.fields
        .filter((one) => !hides(one) && one.type !== 'file')
        .flatMap((one) =>
          linesOf(one, row[one.id], mask).map((line) => ({
            fr: `${one.label.fr} : ${line.fr}`,
            en: `${one.label.en}: ${line.en}`,
          })),
        );
      return { fr: cells.map((cell) => cell.fr).join('\n'), en: cells.map((cell) => cell.en).join('\n') };
    }),
  };
}

const same = (text: string): Localized => ({ fr: text, en: text });

function linesOf(field: SimpleField, value: unknown, mask: Mask): Localized[] {
  if (value === undefined || value === null || value === '') return [];
  if (field.type === 'yesNo' || field.type === 'attestation')
    return [value === true ? { fr: 'Oui', en: 'Yes' } : { fr: 'Non', en: 'No' }];
  if (field.type === 'oneOf' || field.type === 'manyOf') {
    const chosen = Array.isArray(value) ? value : [value];
    return field.options.filter((one) => chosen.includes(one.value)).map((one) => one.label);
  }
  if (typeof value === 'number') return [numberOf(field, value)];
  if (typeof value === 'string') return value.trim() ? [same(mask(value))] : [];
  if (!isPlain(value)) return [];
  const parts = Object.fromEntries(
    Object.entries(value).filter((part): part is [string, string] => typeof part[1] === 'string'),
  );
  const text = field.type === 'contact' ? contactText(parts) : [parts.postcode, parts.name].filter(Boolean).join(' ');
  return text ? [same(mask(text))] : [];
}

function numberOf(field: SimpleField, value: number): Localized {
  const amount = field.type === 'money' ? value / 100 : value;
  const options = field.type === 'money' ? { style: 'currency' as const, currency: 'EUR' } : {};
  const unit = field.type === 'number' && field.unit ? field.unit : { fr: '', en: '' };
  const print = (locale: string, word: string) =>
    `${amount.toLocaleString(locale, options)}${word ? `\u00a0${word}` : ''}`;
  return { fr: print('fr', unit.fr), en: print('en', unit.en) };
}

function filesOf(value: unknown, anonymous: boolean): ShownFile[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isPlain).map(({ id, name, size }, index) => ({
    id: String(id),
    name: anonymous ? `${index + 1}${/\.[a-z0-9]{1,5}$/i.exec(String(name))?.[0] ?? ''}` : String(name),
    size: Number(size) || 0,
  }));
}

/** Names met in the file's own structured answers: what free text must not give away. */
function namesToHide(
  source: Source,
  fields: readonly Field[],
  answers: Record<string, unknown>,
  anonymity: Anonymity,
): string[] {
  // A name worded otherwise is a name to hide wherever the file says it again.
  const names: string[] = source.redactions?.title === undefined ? [] : [source.title];
  if (anonymity.organisations)
    names.push(source.organisation, ...source.organisationNames.filter((name) => name !== null));
  if (anonymity.names) names.push(source.ownerName, ...source.ownerName.split(/\s+/).slice(1));
  for (const field of fields) {
    const value = answers[field.id];
    if (!isPlain(value)) continue;
    if (field.type === 'contact' && anonymity.names)
      names.push(
        `${value.firstName ?? ''} ${value.lastName ?? ''}`.trim(),
        String(value.lastName ?? ''),
        String(value.email ?? ''),
      );
    if (field.type === 'organisation' && anonymity.organisations) names.push(String(value.name ?? ''));
  }
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name.length >= 3);
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Replaces whole names, whatever their case and accents. */
function maskOf(names: readonly string[]): Mask {
  if (names.length === 0) return (text) => text;
  const longest = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => plain(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => {
    const composed = text.normalize('NFC');
    // Comparing letter by letter keeps positions: every composed letter has one base letter.
    const base = [...composed].map((letter) => plain(letter).slice(0, letter.length) || letter).join('');
    let out = '';
    let from = 0;
    for (const found of base.matchAll(pattern)) {
      out += composed.slice(from, found.index) + MASK;
      from = found.index + found[0].length;
    }
    return out + composed.slice(from);
  };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
