import { z } from 'zod';

/** A point to check or a criterion to mark, in both languages. */
export const Point = z.object({ id: z.string().regex(/^[a-z0-9]{1,24}$/), fr: z.string(), en: z.string() });
export type Point = z.infer<typeof Point>;

export type ExaminationSettings = { points: Point[]; criteria: Point[]; scale: number; version: number };

const points = z.array(Point).catch([]);

/** What a call says of its examination; without a row, the criteria every cohort has asked in some form. */
export function settingsOf(row: { points: unknown; criteria: unknown; scale: number; version: number } | null) {
  if (!row) return { points: [], criteria: DEFAULT_CRITERIA, scale: 4, version: 0 } satisfies ExaminationSettings;
  return {
    points: points.parse(row.points),
    criteria: points.parse(row.criteria),
    scale: row.scale,
    version: row.version,
  };
}

export const DEFAULT_CRITERIA: Point[] = [
  { id: 'need', fr: 'Pertinence du besoin', en: 'Relevance of the need' },
  { id: 'host', fr: 'Engagement de l’administration', en: 'Commitment of the administration' },
  { id: 'feasible', fr: 'Faisable en dix mois', en: 'Feasible in ten months' },
];

/** One a line, « français | English »; the English may be left out. The identifier follows the French, so that marks keep their criterion. */
export function readPoints(text: string, before: readonly Point[]): Point[] {
  const taken = new Set<string>();
  return text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([fr]) => fr)
    .slice(0, 20)
    .map(([fr = '', en = ''], index) => {
      const known = before.find((one) => one.fr === fr && !taken.has(one.id)) ?? before[index];
      let id = known && !taken.has(known.id) ? known.id : '';
      for (let number = index + 1; !id || taken.has(id); number++) id = `p${number}${before.length}`;
      taken.add(id);
      return { id, fr: fr.slice(0, 200), en: (en || fr).slice(0, 200) };
    });
}

export const writePoints = (list: readonly Point[]): string =>
  list.map(({ fr, en }) => (fr === en ? fr : `${fr} | ${en}`)).join('\n');
