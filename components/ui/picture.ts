import type { Layers } from './picture-brush';
import { type Motif, motifs } from './picture-motifs';

/**
 * The picture of something that has no photo: drawn from its slug and themes, always the same for the same words.
 * Pure: three path strings on a 320 × 180 ground, coloured by the page's tokens, small enough for fifty on a list.
 */
export type Picture = Layers & { motif: Motif; ground: 'soft' | 'ink' | 'line' };

/** FNV-1a: spreads short slugs well, the same on every machine. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** Mulberry32: numbers in [0, 1) from a seed. */
export function sequence(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const order = Object.keys(motifs) as Motif[];

const drawn = new Map<string, Picture>();

/** The first theme gives two motifs, so that neighbours in subject look related; the slug picks one and draws it. */
export function drawPicture(slug: string, themes: string[] = []): Picture {
  const key = `${slug}\n${themes[0] ?? ''}`;
  const known = drawn.get(key);
  if (known) return known;
  if (drawn.size > 1_000) drawn.clear();
  const picture = draw(slug, themes);
  drawn.set(key, picture);
  return picture;
}

function draw(slug: string, themes: string[]): Picture {
  const seed = hash(slug);
  const family = hash(themes[0] ?? slug);
  const motif = order[(family + ((seed >>> 9) % 2) * 3) % order.length] ?? 'arcs';
  const ground = (['soft', 'ink', 'soft', 'line'] as const)[(seed >>> 4) % 4] ?? 'soft';
  return { ...motifs[motif](sequence(seed)), motif, ground };
}
