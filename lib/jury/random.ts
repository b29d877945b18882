/** Reproducible randomness (mulberry32): the same seed gives the same numbers everywhere. Not for secrets. */
export interface Random {
  /** In [0, 1). */
  next: () => number;
  below: (limit: number) => number;
  normal: () => number;
  pick: <T>(items: readonly T[]) => T;
  /** Up to `count` different items. */
  some: <T>(items: readonly T[], count: number) => T[];
}

export function seeded(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]) => items[below(items.length)]!;
  return {
    next,
    below,
    pick,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    some: (items, count) => [...new Set(Array.from({ length: count }, () => pick(items)))],
  };
}
