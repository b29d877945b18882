/**
 * The picture of something that has no photo: drawn from its slug and themes, always the same for the same words.
 * Pure: three path strings on a 320 × 180 ground, coloured by the page's tokens, small enough for fifty on a list.
 */
export type Picture = { ink: string; line: string; paper: string; motif: Motif };
export type Motif = 'arcs' | 'dots' | 'relief' | 'register' | 'weave' | 'rise';

const WIDTH = 320;
const HEIGHT = 180;
const TILE = 40;

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

const round = (n: number) => Math.round(n * 10) / 10;
const disc = (x: number, y: number, r: number) =>
  `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0z`;
const box = (x: number, y: number, w: number, h: number) =>
  `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`;

type Draw = (next: () => number) => Omit<Picture, 'motif'>;

/** Quarter discs on a grid, turned at random: a quilt. */
const arcs: Draw = (next) => {
  const out = { ink: '', line: '', paper: '' };
  for (let y = 0; y < HEIGHT; y += TILE)
    for (let x = 0; x < WIDTH; x += TILE) {
      const dice = next();
      const layer = dice < 0.38 ? 'ink' : dice < 0.7 ? 'line' : dice < 0.8 ? 'paper' : null;
      const turn = Math.floor(next() * 4);
      if (!layer) continue;
      const [cx, cy] = [x + (turn % 2 ? TILE : 0), y + (turn > 1 ? TILE : 0)];
      const [dx, dy] = [turn % 2 ? -TILE : TILE, turn > 1 ? -TILE : TILE];
      const sweep = turn === 0 || turn === 3 ? 1 : 0;
      out[layer] += `M${cx} ${cy}h${dx}A${TILE} ${TILE} 0 0 ${sweep} ${cx} ${cy + dy}z`;
    }
  return out;
};

/** A halftone: dots that swell around two centres. */
const dots: Draw = (next) => {
  const centres = [0, 1].map(() => [next() * WIDTH, next() * HEIGHT, 45 + next() * 55] as const);
  const out = { ink: '', line: '', paper: '' };
  for (let row = 0; row < 9; row++)
    for (let column = 0; column < 16; column++) {
      const [x, y] = [10 + column * 20, 10 + row * 20];
      const pull = Math.max(...centres.map(([cx, cy, s]) => Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * s * s))));
      const r = 1.5 + pull * 8;
      out[pull > 0.42 ? 'ink' : 'line'] += disc(x, y, r);
    }
  return out;
};

/** Ridges one behind the other, as on a relief map. */
const relief: Draw = (next) => {
  const out = { ink: '', line: '', paper: '' };
  const phase = next() * 6;
  for (let i = 0; i < 6; i++) {
    const base = 55 + i * 24;
    const [swing, pace, shift] = [14 + next() * 14, 0.9 + next() * 1.2, phase + i * (0.6 + next() * 0.5)];
    const at = (x: number) => base + swing * Math.sin((x / WIDTH) * Math.PI * 2 * pace + shift);
    let d = `M0 ${HEIGHT}V${round(at(0))}`;
    for (let x = 40; x <= WIDTH; x += 40) d += `S${x - 14} ${round(at(x - 14))} ${x} ${round(at(x))}`;
    out[(['line', 'paper', 'ink'] as const)[i % 3] ?? 'ink'] += `${d}V${HEIGHT}z`;
  }
  return out;
};

/** Ruled lines of writing, some words set apart. */
const register: Draw = (next) => {
  const out = { ink: '', line: '', paper: '' };
  for (let y = 22; y < HEIGHT - 12; y += 17) {
    let x = 24 + (next() < 0.25 ? 32 : 0);
    const end = WIDTH - 24 - next() * 110;
    while (x < end) {
      const width = Math.min(14 + next() * 62, WIDTH - 24 - x);
      const dice = next();
      out[dice < 0.3 ? 'ink' : dice < 0.42 ? 'paper' : 'line'] += box(x, y, width, 7);
      x += width + 8;
    }
  }
  return out;
};

/** Over and under: bands that cross. */
const weave: Draw = (next) => {
  const out = { ink: '', line: '', paper: '' };
  const step = 32;
  const odd = next() < 0.5 ? 0 : 1;
  for (let row = 0; row * step < HEIGHT; row++)
    for (let column = 0; column * step < WIDTH; column++) {
      const [x, y] = [column * step, row * step];
      const over = (row + column + odd) % 2 === 0;
      const dice = next();
      const layer = dice < 0.12 ? 'paper' : over ? 'ink' : 'line';
      out[layer] += over ? box(x, y + 7, step, step - 14) : box(x + 7, y, step - 14, step);
    }
  return out;
};

/** Columns that rise and fall, a sun behind. */
const rise: Draw = (next) => {
  const out = { ink: '', line: '', paper: disc(60 + next() * 200, 50 + next() * 30, 26 + next() * 20) };
  const start = next() * 6;
  for (let i = 0; i < 16; i++) {
    const height = 34 + 58 * (1 + Math.sin(start + i * (0.35 + next() * 0.2))) * (0.55 + next() * 0.3);
    out[next() < 0.45 ? 'ink' : 'line'] += box(i * 20 + 2, HEIGHT - height, 16, height);
  }
  return out;
};

const motifs: Record<Motif, Draw> = { arcs, dots, relief, register, weave, rise };
const order = Object.keys(motifs) as Motif[];

/** The first theme chooses the motif, so that neighbours in subject look related; the slug draws it. */
export function drawPicture(slug: string, themes: string[] = []): Picture {
  const motif = order[hash(themes[0] ?? slug) % order.length] ?? 'arcs';
  return { ...motifs[motif](sequence(hash(slug))), motif };
}
