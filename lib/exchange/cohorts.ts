import { fold, tidy } from './text';

/** A cohort's key is its number as text (« 4 », « 7bis »), or « dig » for the designers' cohort of 2019–2020. */
export type CohortKey = string;

/** Reads « Promotion 4 », « EIG 4 », « eig-4 », 4, « dig », « Promotion 3 - DIG ». */
export function readCohort(value: unknown): CohortKey | null {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0 && value < 100 ? String(value) : null;
  if (typeof value !== 'string') return null;
  const text = fold(value);
  if (/\bdig\b/.test(text)) return 'dig';
  const found = /^(?:(?:la |les defis )?(?:promotion|promo|eig|cohorte|saison) ?)?(\d{1,2}) ?(bis|ter)?$/.exec(text);
  return found ? `${Number(found[1])}${found[2] ?? ''}` : null;
}

/** The programme's calendar as it was: one cohort a year from 2017 to 2022, then a seventh, rolling, from 2024. */
const YEARS: Record<CohortKey, number> = { 1: 2017, 2: 2018, 3: 2019, dig: 2019, 4: 2020, 5: 2021, 6: 2022, 7: 2024 };

export function yearOfCohort(key: CohortKey): number | null {
  return YEARS[key] ?? null;
}

/** The cohort that started that year; the designers' is never guessed from a year alone. */
export function cohortOfYear(year: number): CohortKey | null {
  return Object.keys(YEARS).find((key) => key !== 'dig' && YEARS[key] === year) ?? null;
}

/** The cohort that was still running that year, when none started: the sixth until July 2023, the seventh since 2024. */
export function cohortRunningIn(year: number): CohortKey | null {
  return year === 2023 ? '6' : year > 2024 && year < 2030 ? '7' : null;
}

export function cohortTitle(key: CohortKey): string {
  return key === 'dig' ? 'Designers d’intérêt général' : `Promotion ${key.replace(/(bis|ter)$/, ' $1')}`;
}

/** Words of `class` and `skills` on the Jekyll sites: « 2019 eig-3 mentor », « EIG 3 // Web // Design ». */
export function readWords(value: unknown): { cohorts: CohortKey[]; words: string[] } {
  const items = Array.isArray(value) ? value.flat(2) : typeof value === 'string' ? splitWords(value) : [value];
  const cohorts: CohortKey[] = [];
  const words: string[] = [];
  for (const item of items) {
    if (item === null || item === undefined || item === '') continue;
    const cohort = typeof item === 'string' && /eig|dig|promo/i.test(item) ? readCohort(item) : null;
    if (cohort) cohorts.push(cohort);
    else words.push(tidy(String(item)));
  }
  return { cohorts, words };
}

function splitWords(text: string): string[] {
  return (/\/\/|,|&/.test(text) ? text.split(/\/\/|,|&(?!amp;)|&amp;/) : text.split(/\s+/)).map(tidy);
}
