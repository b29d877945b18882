import type { Draw } from './picture-brush';
import { arcs, dots, petals, register, weave } from './picture-grids';
import { rays, relief, rings, rise, steps } from './picture-scenes';

export const motifs = { arcs, dots, relief, register, weave, rise, rings, petals, steps, rays } satisfies Record<
  string,
  Draw
>;
export type Motif = keyof typeof motifs;
