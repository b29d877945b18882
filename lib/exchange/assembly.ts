import { type ChallengeGroup, challengeKeys, groupChallenges } from './challenge-groups';
import { type CohortKey, cohortTitle, yearOfCohort } from './cohorts';
import { recognise } from './dialects';
import type { SourceFile } from './folder';
import { readHugo } from './hugo';
import { type Choices, Register } from './issues';
import { readJekyll } from './jekyll';
import { OrganisationBook } from './organisation-book';
import { type PersonGroup, PersonIndex, personKeys } from './person-groups';
import type { RawSite } from './raw';
import { ChallengeIndex } from './references';
import { RoleBook } from './roles';
import type { ChallengeRecord, CohortRecord, Extra, Link, PersonRecord, RoleRecord, Snapshot } from './snapshot';
import { compact } from './text';
import { readTowns } from './towns';

export type ReadRefusal = {
  reason: 'unknown_dialect' | 'several_sites' | 'malformed_yaml' | 'empty_site';
  detail: string;
};
export type SnapshotRead = { ok: true; snapshot: Snapshot } | { ok: false; refusal: ReadRefusal };

/** The files of a site, put together. One file of malformed YAML refuses all, unless the caller asks to go without it. */
export function readSnapshot(
  files: readonly SourceFile[],
  choices: Choices = new Map(),
  options: { skipMalformed?: boolean } = {},
): SnapshotRead {
  const found = recognise(files);
  if (!found.ok) return found;
  const register = new Register(choices);
  const raw = found.site.dialect === 'hugo-v3' ? readHugo(found.site, register) : readJekyll(found.site, register);
  const broken = register.issues.filter((issue) => issue.reason === 'malformed_yaml');
  if (broken.length > 0 && !options.skipMalformed) {
    const detail = broken.map((issue) => `${issue.file}, ${issue.field} : ${issue.value}`).join(' · ');
    return { ok: false, refusal: { reason: 'malformed_yaml', detail } };
  }
  if (raw.challenges.length + raw.people.length === 0)
    return { ok: false, refusal: { reason: 'empty_site', detail: '' } };
  return { ok: true, snapshot: assemble(raw) };
}

function assemble(raw: RawSite): Snapshot {
  const { register } = raw;
  const years = new Map(
    raw.cohorts.flatMap(({ year, cohort }) => (year && cohort !== 'dig' ? [[year, cohort] as const] : [])),
  );
  const groups = groupChallenges(raw.challenges, years, register);
  const people = new PersonIndex(register);
  for (const person of [...raw.people].sort((a, b) => Number(a.source === 'page') - Number(b.source === 'page')))
    people.add(person);
  const roles = new RoleBook(people, new ChallengeIndex(groups, register), register).read();
  const organisations = new OrganisationBook(register);
  const challenges = groups.map((group) => challengeOf(group, organisations));
  return {
    dialect: raw.dialect,
    cohorts: cohortsOf(raw, groups, roles),
    challenges,
    people: people.groups.map(personOf),
    organisations: organisations.records(),
    roles,
    issues: register.issues,
  };
}

function challengeOf(group: ChallengeGroup, organisations: OrganisationBook): ChallengeRecord {
  const first = <T>(read: (raw: ChallengeGroup['raws'][number]) => T | null): T | null =>
    group.raws.map(read).find((value) => value !== null) ?? null;
  const most = <T>(read: (raw: ChallengeGroup['raws'][number]) => T[]): T[] =>
    group.raws.map(read).find((values) => values.length > 0) ?? [];
  const administration = first((raw) => raw.administration);
  const links = group.raws.flatMap((raw) => raw.links);
  const website = links.find((link) => link.kind === 'administration')?.url ?? null;
  const file = group.raws[0]!.file;
  return {
    key: group.key,
    keys: challengeKeys(group.cohort, group.names, group.paths),
    file,
    title: group.names[0]!,
    aliases: group.names.slice(1),
    cohort: group.cohort,
    year: group.year,
    summary: first((raw) => raw.summary),
    body: first((raw) => raw.body),
    administration,
    organisations: administration ? organisations.hosts(administration, website, { file, subject: group.key }) : [],
    towns: readTowns(first((raw) => raw.towns) ?? ''),
    durationMonths: first((raw) => raw.durationMonths),
    skills: most((raw) => raw.skills),
    themes: most((raw) => raw.themes),
    keyFigures: most((raw) => raw.keyFigures),
    links: once(links),
    image: first((raw) => raw.image),
    extra: extraOf(group.raws),
  };
}

function personOf(group: PersonGroup): PersonRecord {
  const first = <T>(read: (raw: PersonGroup['raws'][number]) => T | null): T | null =>
    group.raws.map(read).find((value) => value !== null) ?? null;
  const refs = group.challenges?.map((ref) => ref.label).filter(Boolean) ?? [];
  return {
    key: group.key,
    keys: [...(group.target ? [`#${group.target}`] : []), ...personKeys(group.names, group.paths, group.key)],
    file: group.file,
    own: group.raws.length > 0,
    name: group.names[0]!,
    aliases: group.names.slice(1),
    headline: first((raw) => raw.headline),
    bio: first((raw) => raw.bio),
    links: once(group.raws.flatMap((raw) => raw.links)),
    image: first((raw) => raw.image),
    extra: {
      ...extraOf(group.raws),
      ...(refs.length > 0 ? { challenges: refs } : {}),
      ...(group.years.size > 0 ? { years: [...group.years] } : {}),
    },
  };
}

function extraOf(raws: readonly { extra: Extra }[]): Extra {
  return Object.assign({}, ...[...raws].reverse().map((raw) => raw.extra)) as Extra;
}

function once(links: Link[]): Link[] {
  return [...new Map(links.map((link) => [`${link.kind} ${link.url}`, link])).values()];
}

function cohortsOf(raw: RawSite, groups: readonly ChallengeGroup[], roles: readonly RoleRecord[]): CohortRecord[] {
  const told = new Map(raw.cohorts.map((cohort) => [cohort.cohort, cohort]));
  const keys = new Set<CohortKey>([
    ...told.keys(),
    ...groups.map((group) => group.cohort),
    ...roles.flatMap((role) => role.cohort ?? []),
  ]);
  return [...keys].sort().map((cohort) => {
    const own = told.get(cohort);
    const year = own?.year ?? yearOfCohort(cohort) ?? groups.find((group) => group.cohort === cohort)?.year ?? null;
    const file = own?.file ?? groups.find((group) => group.cohort === cohort)?.raws[0]?.file ?? '';
    const said: Extra = own && compact(own.title) !== compact(cohortTitle(cohort)) ? { title: own.title } : {};
    return {
      key: `cohort:${cohort}`,
      keys: [`cohort:${cohort}`],
      file,
      cohort,
      title: cohortTitle(cohort),
      year,
      extra: { ...own?.extra, ...said },
    };
  });
}
