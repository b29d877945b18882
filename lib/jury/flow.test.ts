import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arc, circulationExists } from './flow';

const arcs = fc.array(
  fc
    .record({ from: fc.nat(3), to: fc.nat(3), lower: fc.nat(2), more: fc.nat(2) })
    .map(({ more, ...arc }) => ({ ...arc, upper: arc.lower + more })),
  { minLength: 1, maxLength: 6 },
);

/** Every way to fill the arcs. */
function byHand(given: readonly Arc[], at = 0, balance = [0, 0, 0, 0]): boolean {
  const arc = given[at];
  if (!arc) return balance.every((value) => value === 0);
  for (let flow = arc.lower; flow <= arc.upper; flow++) {
    const next = [...balance];
    next[arc.to]! += flow;
    next[arc.from]! -= flow;
    if (byHand(given, at + 1, next)) return true;
  }
  return false;
}

test('a circulation exists exactly when one is found by hand', () => {
  fc.assert(
    fc.property(arcs, (given) => {
      expect(circulationExists(4, given)).toBe(byHand(given));
    }),
    { numRuns: 500 },
  );
});
