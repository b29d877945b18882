import { type CohortKey, cohortOfYear, cohortRunningIn, yearOfCohort } from './cohorts';
import type { Register } from './issues';
import type { RawChallenge } from './raw';
import { compact, fold } from './text';

/** All that the files of one site say of one challenge. */
export type ChallengeGroup = {
  key: string;
  cohort: CohortKey;
  year: number | null;
  names: string[];
  paths: Set<string>;
  /** Data before pages. */
  raws: RawChallenge[];
};

/** « EIG Link 2019 », « EIG3 Link » and « EIG Link » are one name, told apart by their cohorts. */
export function canonical(title: string): string {
  const key = compact(title);
  return /^eig\d?link(20\d\d)?$/.test(key) ? 'eiglink' : key.replace(/(?<=\D)20\d\d$/, '') || key;
}

/** Every key a challenge may be found by: by its names in its cohort, with or without « MI - » before, and by its pages. */
export function challengeKeys(cohort: CohortKey, names: Iterable<string>, paths: Iterable<string>): string[] {
  const keys = new Set<string>();
  for (const name of names) {
    keys.add(`${cohort}:${canonical(name)}`);
    const bare = /^[^-–—]{2,40}\s[-–—]\s(.+)$/.exec(name)?.[1];
    if (bare) keys.add(`${cohort}:~${canonical(bare)}`);
  }
  for (const path of paths) keys.add(`path:${path}`);
  return [...keys];
}

/** Puts together the data record and the page of each challenge, and finds its cohort. */
export function groupChallenges(
  raws: readonly RawChallenge[],
  years: ReadonlyMap<number, CohortKey>,
  register: Register,
): ChallengeGroup[] {
  const groups: Omit<ChallengeGroup, 'key' | 'cohort' | 'year'>[] = [];
  for (const raw of [...raws].sort((a, b) => Number(a.source === 'page') - Number(b.source === 'page'))) {
    const twin = groups.find((group) => belongs(raw, group));
    if (!twin) groups.push({ names: [...raw.names], paths: new Set(raw.paths), raws: [raw] });
    else {
      twin.raws.push(raw);
      twin.names = [...new Set([...twin.names, ...raw.names])];
      for (const path of raw.paths) twin.paths.add(path);
    }
  }
  const found = new Map<string, ChallengeGroup>();
  for (const group of groups) {
    const cohort = cohortOf(group, years, register);
    if (!cohort) continue;
    const year = group.raws.flatMap((raw) => raw.years)[0] ?? yearOfCohort(cohort);
    const key = `${cohort}:${canonical(group.names[0]!)}`;
    const twin = found.get(key);
    if (twin) oneOf(twin, group, register);
    else found.set(key, { ...group, cohort, year, key });
  }
  return [...found.values()];
}

/** One title in one cohort is one challenge, even where its page has moved: put together, and said. */
function oneOf(twin: ChallengeGroup, other: Omit<ChallengeGroup, 'key' | 'cohort' | 'year'>, register: Register): void {
  const [raw] = other.raws;
  const value = `${other.names[0]} (${twin.raws[0]!.file}, ${raw!.file})`;
  const at = { file: raw!.file, field: 'title', about: 'challenge' as const, subject: twin.key };
  register.ask({ ...at, value, reason: 'duplicate_record', suggestion: { key: twin.key, label: twin.names[0]! } });
  twin.raws.push(...other.raws);
  twin.raws.sort((a, b) => Number(a.source === 'page') - Number(b.source === 'page'));
  twin.names = [...new Set([...twin.names, ...other.names])];
  for (const path of other.paths) twin.paths.add(path);
}

function belongs(raw: RawChallenge, group: { names: string[]; paths: Set<string>; raws: RawChallenge[] }): boolean {
  const sameName = group.names.some((name) => raw.names.some((own) => canonical(own) === canonical(name)));
  const samePath = raw.paths.some((path) => group.paths.has(path));
  // Two records of one kind with one address are a slip of the pen unless they share a word.
  if (samePath) return sameName || group.raws[0]!.source !== raw.source || shareWord(raw.names, group.names);
  return sameName && raw.paths.length * group.paths.size === 0 && sameTime(raw, group.raws[0]!);
}

function shareWord(one: string[], other: string[]): boolean {
  const words = other.flatMap((name) => fold(name).split(' '));
  return one.some((name) =>
    fold(name)
      .split(' ')
      .some((word) => word.length > 3 && words.includes(word)),
  );
}

function sameTime(one: RawChallenge, other: RawChallenge): boolean {
  const cohorts =
    one.cohorts.length * other.cohorts.length === 0 || one.cohorts.some((cohort) => other.cohorts.includes(cohort));
  const years = one.years.length * other.years.length === 0 || one.years.some((year) => other.years.includes(year));
  return cohorts && years;
}

function cohortOf(
  group: { names: string[]; raws: RawChallenge[] },
  known: ReadonlyMap<number, CohortKey>,
  register: Register,
): CohortKey | null {
  const [raw] = group.raws;
  const [said, second] = new Set(group.raws.flatMap((item) => item.cohorts));
  const years = group.raws.flatMap((item) => item.years);
  const at = { file: raw!.file, about: 'cohort' as const, subject: compact(group.names[0]!) };
  if (said) {
    if (second) register.ask({ ...at, field: 'promos', value: `${said}, ${second}`, reason: 'contradictory_cohort' });
    const year = yearOfCohort(said);
    if (year && years.length > 0 && !years.includes(year)) {
      register.ask({
        ...at,
        field: 'annees',
        value: `${years.join(', ')} / promotion ${said}`,
        reason: 'contradictory_date',
      });
    }
    return said;
  }
  const guessed = years.map((year) => known.get(year) ?? cohortOfYear(year)).find((cohort) => cohort !== null);
  if (guessed) return guessed;
  const choice = register.ask({
    ...at,
    field: 'promotion',
    value: `${group.names[0]} (${years.join(', ') || '?'})`,
    reason: 'unknown_cohort',
  });
  if (choice) return choice.act === 'link' ? (choice.keys[0] ?? null) : null;
  // Nothing is dropped for want of an answer when the programme's calendar says which cohort it must be.
  return years.map(cohortRunningIn).find((cohort) => cohort !== null) ?? null;
}
