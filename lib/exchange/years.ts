import { tidy } from './text';

/** Years in every shape met: 2018 · "2017, 2018" · "2018 2019" · [2017, 2018] · ["2017,", "2018,", 2019] · a date. */
export function readYears(value: unknown): { years: number[]; rest: string[] } {
  const years = new Set<number>();
  const rest: string[] = [];
  for (const item of Array.isArray(value) ? value.flat(3) : [value]) {
    if (item === null || item === undefined) continue;
    if (item instanceof Date) {
      years.add(item.getUTCFullYear());
      continue;
    }
    const text = tidy(String(item));
    const found = text.match(/(?<!\d)(19|20)\d\d(?!\d)/g) ?? [];
    const dated = /^(\d{4})-\d\d-\d\d/.exec(text);
    if (dated) years.add(Number(dated[1]));
    else for (const year of found) years.add(Number(year));
    if (text && found.length === 0) rest.push(text);
  }
  return { years: [...years].sort((a, b) => a - b), rest };
}
