import type { CohortKey } from './cohorts';
import type { ImportIssue } from './issues';
import type { Town } from './towns';

/** What a site said, whatever its dialect. Keys are stable between dialects; nothing of the source is dropped. */
export type Snapshot = {
  dialect: Dialect;
  cohorts: CohortRecord[];
  challenges: ChallengeRecord[];
  people: PersonRecord[];
  organisations: OrganisationRecord[];
  roles: RoleRecord[];
  issues: ImportIssue[];
};

/** From the oldest to the newest: a newer dialect's value is not undone by an older one. */
export const dialects = ['jekyll-2018', 'jekyll-2019', 'jekyll-data', 'hugo-v3'] as const;
export type Dialect = (typeof dialects)[number];

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Extra = { [key: string]: Json };

type Record = {
  /** First of `keys`, unique among the records of its kind. */
  key: string;
  /** Everything this record may be known by elsewhere: by name, by page. */
  keys: string[];
  file: string;
  extra: Extra;
};

export type CohortRecord = Record & { cohort: CohortKey; title: string; year: number | null };

export type ChallengeRecord = Record & {
  title: string;
  aliases: string[];
  cohort: CohortKey;
  year: number | null;
  summary: string | null;
  /** Markdown as written, shortcodes and frames included: made safe where it is shown. */
  body: string | null;
  /** As written; `organisations` are the hosts read from it. */
  administration: string | null;
  organisations: string[];
  towns: Town[];
  durationMonths: number | null;
  skills: string[];
  themes: string[];
  keyFigures: KeyFigure[];
  links: Link[];
  image: string | null;
};

export type PersonRecord = Record & {
  name: string;
  aliases: string[];
  headline: string | null;
  bio: string | null;
  links: Link[];
  image: string | null;
  /** False for those the site only names in a list. */
  own: boolean;
};

export type OrganisationRecord = Record & {
  name: string;
  aliases: string[];
  kind: OrganisationKind;
  parent: string | null;
  website: string | null;
};

export type RoleRecord = Record & {
  person: string;
  challenge: string | null;
  cohort: CohortKey | null;
  kind: RoleKind;
  /** False when the source does not tell operational from strategic mentors. */
  precise: boolean;
  title: string | null;
};

export type KeyFigure = { amount: number | string; before: string | null; after: string | null; description: string };
export type Link = { kind: LinkKind; url: string; title: string | null; description: string | null };
export type LinkKind =
  | 'website'
  | 'source_code'
  | 'administration'
  | 'project'
  | 'video'
  | 'poster'
  | 'twitter'
  | 'github'
  | 'gitlab'
  | 'linkedin'
  | 'page';
export type OrganisationKind =
  | 'ministry'
  | 'direction'
  | 'operator'
  | 'authority'
  | 'court'
  | 'territorial'
  | 'service'
  | 'other';
export const roleKinds = ['fellow', 'operational_mentor', 'strategic_mentor', 'coach', 'team'] as const;
export type RoleKind = (typeof roleKinds)[number];

/** A role may be told in several ways; it is the same one when family, person, challenge and cohort agree. */
export function roleFamily(kind: RoleKind): string {
  return kind === 'operational_mentor' || kind === 'strategic_mentor' ? 'mentor' : kind;
}

/** A value read from a file, as plain data. */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  // PostgreSQL's JSON holds neither NUL nor half a character.
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return toJson(Object.fromEntries(value));
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.toWellFormed().replaceAll('\0', ''), toJson(item)]),
    );
  }
  return String(value);
}
