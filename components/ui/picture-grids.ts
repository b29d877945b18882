import { blank, box, type Draw, disc, HEIGHT, WIDTH } from './picture-brush';

const TILE = 40;

/** Quarter discs on a grid, turned at random: a quilt. */
export const arcs: Draw = (next) => {
  const out = blank();
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
export const dots: Draw = (next) => {
  const centres = [0, 1].map(() => [next() * WIDTH, next() * HEIGHT, 45 + next() * 55] as const);
  const out = blank();
  for (let row = 0; row < 9; row++)
    for (let column = 0; column < 16; column++) {
      const [x, y] = [10 + column * 20, 10 + row * 20];
      const pull = Math.max(...centres.map(([cx, cy, s]) => Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * s * s))));
      out[pull > 0.42 ? 'ink' : 'line'] += disc(x, y, 1.5 + pull * 7.5);
    }
  return out;
};

/** Ruled lines of writing, some words set apart. */
export const register: Draw = (next) => {
  const out = blank();
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
export const weave: Draw = (next) => {
  const out = blank();
  const step = 32;
  const odd = next() < 0.5 ? 0 : 1;
  for (let row = 0; row * step < HEIGHT; row++)
    for (let column = 0; column * step < WIDTH; column++) {
      const [x, y] = [column * step, row * step];
      const over = (row + column + odd) % 2 === 0;
      const layer = next() < 0.12 ? 'paper' : over ? 'ink' : 'line';
      out[layer] += over ? box(x, y + 7, step, step - 14) : box(x + 7, y, step - 14, step);
    }
  return out;
};

/** Leaves in rows, leaning one way or the other. */
export const petals: Draw = (next) => {
  const out = blank();
  for (let y = 0; y < HEIGHT; y += 36)
    for (let x = 0; x < WIDTH; x += 40) {
      const dice = next();
      const layer = dice < 0.45 ? 'ink' : dice < 0.82 ? 'line' : 'paper';
      out[layer] +=
        next() < 0.5
          ? `M${x} ${y}Q${x + 40} ${y} ${x + 40} ${y + 36}Q${x} ${y + 36} ${x} ${y}z`
          : `M${x + 40} ${y}Q${x + 40} ${y + 36} ${x} ${y + 36}Q${x} ${y} ${x + 40} ${y}z`;
    }
  return out;
};
