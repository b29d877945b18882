import type { Criterion, Opinion } from './schema';

// Lists inside a rubric, as people type them: one a line, French then English after a bar.

const both = (text: string) => {
  const [fr = '', en = ''] = text.split('|').map((part) => part.trim());
  return { fr: fr || en, en: en || fr };
};
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const said = ({ fr, en }: { fr: string; en: string }) => (fr === en ? fr : `${fr} | ${en}`);

/** "1 = Faible | Weak": the words tied to marks. */
export const anchorLines = (anchors: Criterion['anchors']): string =>
  anchors.map(({ mark, label }) => `${mark} = ${said(label)}`).join('\n');

/** Null when a line says no mark, or no words. */
export function anchorsFrom(text: string): Criterion['anchors'] | null {
  const anchors = linesOf(text).map((line) => {
    const [, mark = '', words = ''] = /^(-?\d+(?:[.,]\d+)?)\s*[=:]\s*(.+)$/.exec(line) ?? [];
    return { mark: mark === '' ? Number.NaN : Number(mark.replace(',', '.')), label: both(words) };
  });
  return anchors.every(({ mark, label }) => Number.isFinite(mark) && label.fr !== '') ? anchors : null;
}

const SIGNS = { for: '+', neutral: '=', against: '-' } as const;

/** "+ Avis favorable | In favour": the opinions one may give, and which way each leans. */
export const verdictLines = (verdicts: Opinion['verdicts']): string =>
  verdicts.map(({ leaning, label }) => `${SIGNS[leaning]} ${said(label)}`).join('\n');

/** An opinion of the same name keeps its key, so that nothing said by it is lost; null when a line says no way it leans. */
export function verdictsFrom(text: string, before: Opinion['verdicts']): Opinion['verdicts'] | null {
  const keys = new Set(before.map(({ key }) => key));
  const made = linesOf(text).map((line) => {
    const [, sign = '', words = ''] = /^([+=−-])\s*(.+)$/.exec(line) ?? [];
    const label = both(words);
    const known = before.find((one) => one.label.fr === label.fr);
    const leaning = sign === '+' ? ('for' as const) : sign === '=' ? ('neutral' as const) : ('against' as const);
    return { key: known?.key ?? freshKey(keys), label, leaning, ok: sign !== '' && label.fr !== '' };
  });
  return made.every(({ ok }) => ok) ? made.map(({ ok: _, ...one }) => one) : null;
}

function freshKey(taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const key = `verdict_${number}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}
