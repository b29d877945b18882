import { readCohort, readWords } from './cohorts';
import type { Site } from './dialects';
import type { SourceFile } from './folder';
import type { Register } from './issues';
import { readJekyllChallenge } from './jekyll-challenges';
import { readJekyllPerson } from './jekyll-people';
import { type Fields, isFields, readPage, readYaml } from './pages';
import { leftover, type RawSite, textOf } from './raw';
import { compact, tidy } from './text';
import { readYears } from './years';

/** Where a record was found, with what its file's name says: a date, and the address of its page. */
export type Found = {
  file: string;
  source: 'data' | 'page';
  key: string | null;
  path: string | null;
  years: number[];
  body: string | null;
};

/** The three Jekyll dialects share one reader: their keys differ, and snapshots between them mix those. */
export function readJekyll(site: Site, register: Register): RawSite {
  const raw: RawSite = { dialect: site.dialect, cohorts: [], challenges: [], people: [], register };
  for (const file of site.files) {
    const path = file.path.slice(site.root.length);
    if (/^_data\/promos?\.ya?ml$/i.test(path)) readCohorts(file, raw);
    else if (/^_data\/defis\.ya?ml$/i.test(path)) {
      for (const [found, fields] of dataOf(file, raw))
        raw.challenges.push(...readJekyllChallenge(fields, found, register));
    } else if (/^_data\/personnes\.ya?ml$/i.test(path)) {
      for (const [found, fields] of dataOf(file, raw)) raw.people.push(...readJekyllPerson(fields, found, register));
    } else if (!path.startsWith('_data/')) readJekyllPage(file, path, raw);
  }
  return raw;
}

function readJekyllPage(file: SourceFile, path: string, raw: RawSite): void {
  const at = { file: file.path, subject: compact(path), about: 'file' as const };
  const name = path.split('/').at(-1)!;
  const page = readPage(file.text);
  if (!page.ok)
    return void raw.register.ask({ ...at, field: `line ${page.line}`, value: page.detail, reason: 'malformed_yaml' });
  if (!page.fields)
    return void raw.register.ask({
      ...at,
      field: 'front matter',
      value: tidy(page.body.slice(0, 120)),
      reason: 'no_front_matter',
    });
  // Jekyll leaves out files whose name starts with a line: they are models to copy.
  if (name.startsWith('_')) return void raw.register.ask({ ...at, field: 'nom', value: name, reason: 'placeholder' });
  askDuplicates(raw.register, at.file, compact(name), page.duplicates);
  const dated = /^(\d{4})-\d\d-\d\d-(.+?)(\.\w+)?$/.exec(name);
  const folder = path.split('/')[0]!.replace(/^_/, '');
  const address = dated ? `/${folder}/${dated[1]}/${dated[2]}` : `/${folder}/${name.replace(/\.\w+$/, '')}`;
  const found: Found = {
    file: file.path,
    source: 'page',
    key: null,
    path: address,
    years: dated ? [Number(dated[1])] : [],
    body: page.body,
  };
  const fields = { ...page.fields, ...keptDuplicates(page.duplicates) };
  if (folder === 'defis') raw.challenges.push(...readJekyllChallenge(fields, found, raw.register));
  else raw.people.push(...readJekyllPerson(fields, found, raw.register));
}

/** A data file is a map of records by name, or a list of them. */
function dataOf(file: SourceFile, raw: RawSite): [Found, Fields][] {
  const parsed = readYaml(file.text);
  const at = { file: file.path, subject: null, about: 'file' as const };
  if (!parsed.ok) {
    raw.register.ask({ ...at, field: `line ${parsed.line}`, value: parsed.detail, reason: 'malformed_yaml' });
    return [];
  }
  const found = (key: string | null): Found => ({
    file: file.path,
    source: 'data',
    key,
    path: null,
    years: [],
    body: null,
  });
  const records: [string | null, unknown][] = Array.isArray(parsed.value)
    ? parsed.value.map((item) => [null, item])
    : isFields(parsed.value)
      ? Object.entries(parsed.value)
      : [];
  for (const { path, value } of parsed.duplicates) {
    raw.register.ask({
      ...at,
      subject: compact(path[0] ?? ''),
      field: path.join('.'),
      value: textOf(value) ?? JSON.stringify(value),
      reason: 'duplicate_key',
    });
  }
  return records.flatMap(([key, item], i): [Found, Fields][] => {
    const own = parsed.duplicates.filter(({ path }) => path.length === 2 && path[0] === (key ?? String(i)));
    const lost = parsed.duplicates.filter(({ path, value }) => path.length === 1 && path[0] === key && isFields(value));
    if (!isFields(item)) return [];
    const kept = { ...item, ...keptDuplicates(own) };
    return [[found(key), kept], ...lost.map(({ value }): [Found, Fields] => [found(key), value as Fields])];
  });
}

type Lost = { path: string[]; value: unknown }[];

function askDuplicates(register: Register, file: string, subject: string, duplicates: Lost): void {
  for (const { path, value } of duplicates) {
    register.ask({
      file,
      about: 'file',
      subject,
      field: path.join('.'),
      value: textOf(value) ?? JSON.stringify(value),
      reason: 'duplicate_key',
    });
  }
}

/** The values that a later equal key hides stay with the record. */
function keptDuplicates(duplicates: Lost): Fields {
  return duplicates.length > 0
    ? { duplicates: duplicates.map(({ path, value }) => ({ key: path.at(-1)!, value })) }
    : {};
}

function readCohorts(file: SourceFile, raw: RawSite): void {
  const read = new Set(['title', 'promotion']);
  for (const [found, fields] of dataOf(file, raw)) {
    const words = readWords(fields.class);
    const cohort = readCohort(fields.promotion) ?? words.cohorts[0] ?? readCohort(found.key);
    const title = textOf(fields.title) ?? found.key ?? '';
    if (!cohort) {
      raw.register.ask({
        file: file.path,
        about: 'cohort',
        subject: null,
        field: found.key ?? 'promotion',
        value: title,
        reason: 'unknown_cohort',
      });
      continue;
    }
    raw.cohorts.push({
      file: file.path,
      cohort,
      title,
      year: readYears(words.words).years[0] ?? null,
      extra: leftover(fields, read),
    });
  }
}
