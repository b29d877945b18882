import { nameKey } from '@/lib/people/names';

export type Colleague = { id: string; name: string };

/** Who a note calls: "@Camille Deschamps", whatever its accents and capitals; the longest name that fits wins. */
export function mentioned(body: string, colleagues: readonly Colleague[]): Colleague[] {
  const byLength = [...colleagues].sort((a, b) => b.name.length - a.name.length);
  const found = new Map<string, Colleague>();
  for (const [index] of [...body.matchAll(/@/g)].map((match) => [match.index] as const)) {
    const before = body[index - 1];
    // An address such as camille@exemple.fr calls nobody.
    if (before && /[\p{L}\p{N}]/u.test(before)) continue;
    const rest = nameKey(body.slice(index + 1, index + 121));
    const one = byLength.find(({ name }) => {
      const key = nameKey(name);
      return key !== '' && (rest === key || rest.startsWith(`${key} `));
    });
    if (one) found.set(one.id, one);
  }
  return [...found.values()];
}
