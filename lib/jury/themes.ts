import { nameKey } from '@/lib/people/names';

/** The themes of a vocabulary that a file's own words mention, as written in the vocabulary, in its order. */
export function themesIn(answers: unknown, vocabulary: readonly string[]): string[] {
  const words = ` ${texts(answers).map(nameKey).join(' ')} `;
  const seen = new Set<string>();
  return vocabulary.filter((theme) => {
    const key = nameKey(theme);
    if (!key || seen.has(key)) return false;
    seen.add(key);
    return words.includes(` ${key} `);
  });
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}
