import type { Goal, Tiers } from './assignment-master';
import { blocks, type Readings } from './readings';

const flat = (cost: number): Tiers => [{ units: Number.POSITIVE_INFINITY, cost }];
const growing = (cost: number): Tiers => [
  { units: 1, cost },
  { units: 2, cost: cost * 2 },
  { units: Number.POSITIVE_INFINITY, cost: cost * 3 },
];

/** When not every demand can be met, what is missing is spread: a second missing reader of one file weighs more. */
function demands(price: number): Goal['penalty'] {
  return { reader: growing(price), under: growing(price), over: null, apart: null };
}

/** More than any assignment can be worth in points: one demand missed outweighs every point gained. */
export function demandPrice({ proposals, need, points, bonus, backgrounds }: Readings): number {
  let best = 0;
  for (const value of points) if (value > best) best = value;
  return 1 + proposals.length * (need * best + bonus * Math.min(need, backgrounds.length));
}

/** Best points; prohibitions and maxima are never crossed, demands (readers, minima, pinned pairs) before any point. */
export function bestPoints(readings: Readings): Goal {
  const price = demandPrice(readings);
  return {
    weight: withPinned(readings, Int32Array.from(readings.points), price),
    allowed: free(readings),
    bonus: readings.bonus,
    penalty: demands(price),
    timeLimitSeconds: readings.timeLimitSeconds,
    complete: price * readings.pinned.length,
  };
}

/** Demands first, then as many as possible of the pairs that already stand. */
export function fewestChanges(readings: Readings, standing: Uint8Array): Goal {
  const allowed = free(readings);
  const price = 1 + standing.reduce((count, stands) => count + stands, 0);
  const weight = Int32Array.from(standing, (stands, pair) => (stands && allowed[pair] ? 1 : 0));
  return {
    weight: withPinned(readings, weight, price),
    allowed,
    bonus: 0,
    penalty: demands(price),
    timeLimitSeconds: readings.timeLimitSeconds,
    complete: price * readings.pinned.length,
  };
}

/** Demands only, each counted once: its duals say which rules contradict each other. */
export function demandsOnly(readings: Readings): Goal {
  return {
    weight: withPinned(readings, new Int32Array(readings.points.length), 1),
    allowed: free(readings),
    bonus: 0,
    penalty: { reader: flat(1), under: flat(1), over: null, apart: null },
    timeLimitSeconds: Math.min(readings.timeLimitSeconds, 3),
  };
}

/**
 * What giving way costs, the least painful first; the second and third unit asked of the same one cost twice as much,
 * further ones three times. Conflicts of interest and absences are never for sale.
 */
export const relaxationCosts = { load_min: 1, load_max: 2, readers: 4, apart: 6, pinned: 6, forbidden: 8 } as const;

export function cheapestRelaxation(readings: Readings): Goal {
  const price = demandPrice(readings);
  const forbidden = blocks.indexOf('forbidden');
  const weight = Int32Array.from(readings.points, (points, pair) =>
    readings.block[pair] === forbidden ? points - relaxationCosts.forbidden * price : points,
  );
  return {
    weight: withPinned(readings, weight, relaxationCosts.pinned * price),
    allowed: Uint8Array.from(readings.block, (block) => (block === 0 || block === forbidden ? 1 : 0)),
    bonus: readings.bonus,
    penalty: {
      reader: growing(relaxationCosts.readers * price),
      under: growing(relaxationCosts.load_min * price),
      over: growing(relaxationCosts.load_max * price),
      apart: relaxationCosts.apart * price,
    },
    timeLimitSeconds: Math.min(readings.timeLimitSeconds, 10),
  };
}

function free({ block }: Readings): Uint8Array {
  return Uint8Array.from(block, (reason) => (reason === 0 ? 1 : 0));
}

function withPinned({ pinned }: Readings, weight: Int32Array, price: number): Int32Array {
  for (const pair of pinned) weight[pair]! += price;
  return weight;
}
