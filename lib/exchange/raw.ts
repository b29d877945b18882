import type { CohortKey } from './cohorts';
import type { About, Register } from './issues';
import { type Fields, isFields } from './pages';
import { type Dialect, type Extra, type KeyFigure, type Link, type LinkKind, toJson } from './snapshot';
import { pagePath, tidy } from './text';

/** One record as one file tells it, before the files are put together. */
export type RawSite = {
  dialect: Dialect;
  cohorts: { file: string; cohort: CohortKey; title: string; year: number | null; extra: Extra }[];
  challenges: RawChallenge[];
  people: RawPerson[];
  register: Register;
};

type RawRecord = {
  file: string;
  /** Where several files tell of one record, data come before pages. */
  source: 'data' | 'page';
  names: string[];
  paths: string[];
  cohorts: CohortKey[];
  years: number[];
  image: string | null;
  links: Link[];
  extra: Extra;
};

export type RawChallenge = RawRecord & {
  summary: string | null;
  body: string | null;
  administration: string | null;
  towns: string | null;
  durationMonths: number | null;
  skills: string[];
  themes: string[];
  keyFigures: KeyFigure[];
  fellows: RawReference[];
  mentors: RawReference[];
};

/** What a person's own record says they were; `mentor` when it does not tell which. */
export type Leaning = 'fellow' | 'mentor' | 'operational_mentor' | 'strategic_mentor' | 'team';

export type RawPerson = RawRecord & {
  bio: string | null;
  headline: string | null;
  leaning: Leaning | null;
  /** Both a fellow's and a mentor's words: neither contradicts the other. */
  both: boolean;
  challenges: RawReference[] | null;
};

export type RawReference = { file: string; field: string; label: string; path: string | null };

/** « Années », « TITRE » or « Defis » are the keys they look like, unless the plain one is there too. */
export function plainKeys(fields: Fields, known: ReadonlySet<string>): Fields {
  const plain = (key: string) => {
    const own = key.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    return known.has(own) && !(own in fields) ? own : key;
  };
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [known.has(key) ? key : plain(key), value]));
}

export function textOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? tidy(value) || null : null;
}

export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isFields(value)) return textsOf(value.nom ?? value.title ?? value.titre ?? value.name ?? null);
  const text = textOf(value);
  return text ? [text] : [];
}

/** A name, a list of names, or of {nom, site}: null and empty items are nothing. */
export function referencesOf(value: unknown, field: string, file: string): RawReference[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item, i) => {
    const at = Array.isArray(value) ? `${field}[${i}]` : field;
    if (!isFields(item)) return textsOf(item).map((label) => ({ file, field: at, label, path: null }));
    const label = textsOf(item)[0] ?? '';
    const address = textOf(item.site ?? item.link_to ?? item.url ?? item.link ?? null);
    return label || address ? [{ file, field: `${at}.nom`, label, path: address ? pagePath(address) : null }] : [];
  });
}

/** Everything that was not read, as it was. */
export function leftover(fields: Fields, read: ReadonlySet<string>): Extra {
  const rest = Object.entries(fields).filter(([key, value]) => !read.has(key) && value !== null && value !== undefined);
  return Object.fromEntries(rest.map(([key, value]) => [key, toJson(value)]));
}

const SITES: Partial<Record<LinkKind, string>> = {
  twitter: 'https://twitter.com/',
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  linkedin: 'https://www.linkedin.com/in/',
};

/** A link from an address or an account's name; an address that is not one is an issue, and is kept apart. */
export function linkOf(
  register: Register,
  at: { file: string; field: string; about: About; subject: string },
  kind: LinkKind,
  value: unknown,
  words: { title?: string | null; description?: string | null } = {},
): Link[] {
  const text = textOf(value);
  if (!text) return [];
  const handle = /^@?([\w.-]+)$/.exec(text)?.[1];
  const base = SITES[kind];
  const url = base && handle ? base + handle : addressOf(text);
  // An address inside the old site leads nowhere from here, and is no mistake.
  if (!url && !text.startsWith('/')) register.ask({ ...at, value: text, reason: 'bad_address' });
  return url ? [{ kind, url, title: words.title ?? null, description: words.description ?? null }] : [];
}

function addressOf(text: string): string | null {
  const address = /^www\./.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\/[^\s]+\.[^\s]+$/i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}
