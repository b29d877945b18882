import { readCohort } from './cohorts';
import type { Site } from './dialects';
import type { SourceFile } from './folder';
import type { Register } from './issues';
import { isPlaceholder } from './names';
import { type Fields, readPage } from './pages';
import {
  type Leaning,
  leftover,
  linkOf,
  type RawChallenge,
  type RawPerson,
  type RawSite,
  referencesOf,
  textOf,
  textsOf,
} from './raw';
import { readSkills } from './skills';
import { compact, fold, slug, tidy } from './text';
import { readYears } from './years';

/** The Hugo site: one page per challenge and person, and pages that name cohorts, skills and themes. */
export function readHugo(site: Site, register: Register): RawSite {
  const raw: RawSite = { dialect: site.dialect, cohorts: [], challenges: [], people: [], register };
  const known = { themes: new Set<string>(), expertises: new Set<string>() };
  const pages = site.files.map((file) => ({ file, path: file.path.slice(site.root.length) }));
  for (const { file, path } of pages) {
    const kind = /^content\/(promos|themes|expertises)\//.exec(path)?.[1];
    const fields = kind ? fieldsOf(file, register) : null;
    const title = textOf(fields?.fields.title);
    if (!title || !kind) continue;
    if (kind !== 'promos') known[kind as 'themes' | 'expertises'].add(fold(title));
    else readCohortPage(title, fields!.fields, file, raw);
  }
  for (const { file, path } of pages) {
    if (/\/_index\.md$/.test(path) || !/^content\/(defis|personnes)\//.test(path)) continue;
    const page = fieldsOf(file, register);
    if (!page) continue;
    if (path.startsWith('content/defis/'))
      raw.challenges.push(...challengeOf(page.fields, page.body, file, known, register));
    else raw.people.push(...personOf(page.fields, page.body, file, known, register));
  }
  return raw;
}

function fieldsOf(file: SourceFile, register: Register): { fields: Fields; body: string } | null {
  const page = readPage(file.text);
  const at = { file: file.path, subject: compact(file.path), about: 'file' as const };
  if (!page.ok) register.ask({ ...at, field: `line ${page.line}`, value: page.detail, reason: 'malformed_yaml' });
  else if (!page.fields)
    register.ask({ ...at, field: 'front matter', value: tidy(page.body.slice(0, 120)), reason: 'no_front_matter' });
  if (!page.ok || !page.fields) return null;
  for (const { path, value } of page.duplicates) {
    register.ask({
      ...at,
      field: path.join('.'),
      value: textOf(value) ?? JSON.stringify(value),
      reason: 'duplicate_key',
    });
  }
  const duplicates = page.duplicates.map(({ path, value }) => ({ key: path.at(-1)!, value }));
  return { fields: { ...page.fields, ...(duplicates.length > 0 ? { duplicates } : {}) }, body: page.body };
}

function readCohortPage(title: string, fields: Fields, file: SourceFile, raw: RawSite): void {
  const cohort = readCohort(title);
  if (cohort)
    raw.cohorts.push({ file: file.path, cohort, title, year: null, extra: leftover(fields, new Set(['title'])) });
  else
    raw.register.ask({
      file: file.path,
      about: 'cohort',
      subject: null,
      field: 'title',
      value: title,
      reason: 'unknown_cohort',
    });
}

type Known = { themes: Set<string>; expertises: Set<string> };
type At = { file: string; subject: string; about: 'challenge' | 'person' };

function vocabulary(
  fields: Fields,
  at: At,
  known: Known,
  register: Register,
): { cohorts: string[]; skills: string[]; themes: string[] } {
  const cohorts = textsOf(fields.promos).flatMap((value) => {
    const cohort = readCohort(value);
    if (!cohort) register.ask({ ...at, field: 'promos', value, reason: 'unknown_cohort' });
    return cohort ? [cohort] : [];
  });
  const expertises = textsOf(fields.expertises);
  const themes = textsOf(fields.themes);
  for (const [field, values] of [
    ['expertises', expertises],
    ['themes', themes],
  ] as const) {
    for (const value of values)
      if (known[field].size > 0 && !known[field].has(fold(value)))
        register.ask({ ...at, subject: null, field, value, reason: 'unknown_value' });
  }
  const { skills, unknown } = readSkills(expertises);
  return { cohorts, skills: [...skills, ...unknown], themes };
}

const CHALLENGE = new Set('title description who themes promos town expertises image'.split(' '));

function challengeOf(fields: Fields, body: string, file: SourceFile, known: Known, register: Register): RawChallenge[] {
  const title = textOf(fields.title);
  const at = { file: file.path, subject: compact(title ?? file.path), about: 'challenge' as const };
  if (!title) return register.skip({ ...at, field: 'title', value: file.path, reason: 'missing_title' });
  const { cohorts, skills, themes } = vocabulary(fields, at, known, register);
  return [
    {
      ...{ file: file.path, source: 'page', names: [title], paths: [], cohorts, years: [], skills, themes },
      ...{
        summary: textOf(fields.description),
        body: body.trim() ? body : null,
        administration: textOf(fields.who),
        towns: textOf(fields.town),
      },
      ...{ durationMonths: null, keyFigures: [], fellows: [], mentors: [], image: textOf(fields.image) },
      links: linkOf(register, { ...at, field: 'urlSET' }, 'website', fields.urlSET),
      extra: leftover(fields, CHALLENGE),
    },
  ];
}

const PERSON = new Set('title job desc promos role defis image linkedin github'.split(' '));

function personOf(fields: Fields, body: string, file: SourceFile, known: Known, register: Register): RawPerson[] {
  const name = textOf(fields.title);
  const at = { file: file.path, subject: compact(name ?? file.path), about: 'person' as const };
  if (!name) return register.skip({ ...at, field: 'title', value: file.path, reason: 'missing_title' });
  if (isPlaceholder(name)) return register.skip({ ...at, field: 'title', value: name, reason: 'placeholder' });
  const page = file.path
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '')
    .replace(/^index$/, '');
  const words = slug(name).split('-');
  if (
    page &&
    !slug(page)
      .split('-')
      .some((word) => words.includes(word))
  ) {
    register.ask({ ...at, field: 'file name', value: page, reason: 'suspicious_file' });
  }
  const { cohorts } = vocabulary(fields, at, known, register);
  const leaning = leaningOf(fields);
  if (leaning === null)
    register.ask({
      ...at,
      field: 'role',
      value: `${textOf(fields.role) ?? ''} / ${textOf(fields.job) ?? ''}`,
      reason: 'unknown_value',
    });
  else if (leaning.contradicts)
    register.ask({
      ...at,
      field: 'role',
      value: `${textOf(fields.role)} / ${textOf(fields.job)}`,
      reason: 'contradictory_role',
    });
  const links = (['linkedin', 'github'] as const).flatMap((kind) =>
    linkOf(register, { ...at, field: kind }, kind, fields[kind]),
  );
  return [
    {
      ...{
        file: file.path,
        source: 'page',
        names: [name],
        paths: [],
        cohorts,
        years: readYears(fields.annees).years,
        both: false,
      },
      ...{
        bio: body.trim() ? body : null,
        headline: textOf(fields.job),
        leaning: leaning?.as ?? null,
        image: textOf(fields.image),
        links,
      },
      challenges: 'defis' in fields ? referencesOf(fields.defis, 'defis', file.path) : null,
      extra: {
        ...leftover(fields, PERSON),
        ...(textOf(fields.role) ? { role: textOf(fields.role)! } : {}),
        ...(textOf(fields.desc) ? { desc: textOf(fields.desc)! } : {}),
      },
    },
  ];
}

/** `role` says the side, `job` the part played: a « porteur » is an operational mentor, a « sponsor » a strategic one. */
function leaningOf(fields: Fields): { as: Leaning; contradicts: boolean } | null {
  const role = fold(String(fields.role ?? ''));
  const job = fold(String(fields.job ?? ''));
  const trade = readSkills([String(fields.job ?? '')]).skills.some((skill) => skill !== 'Accompagnement');
  if (role.startsWith('agent programme') || role.startsWith('agent ecosysteme'))
    return { as: 'team', contradicts: false };
  const participant = role.startsWith('participant');
  if (!participant && !role.startsWith('agent public')) return null;
  const sponsors = /porteu|sponsor|mentor/.test(job);
  // Where the two disagree, the job, written for the person, is believed before the box ticked.
  if ((participant && !sponsors) || (trade && !sponsors)) return { as: 'fellow', contradicts: !participant };
  return {
    as: /sponsor|haut niveau|strategique/.test(job) ? 'strategic_mentor' : 'operational_mentor',
    contradicts: participant,
  };
}
