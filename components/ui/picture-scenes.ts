import { blank, box, type Draw, disc, HEIGHT, round, WIDTH } from './picture-brush';

/** Ridges one behind the other, as on a relief map. */
export const relief: Draw = (next) => {
  const out = blank();
  const phase = next() * 6;
  for (let i = 0; i < 3; i++) {
    const base = 60 + i * 42;
    const [swing, pace, shift] = [18 + next() * 20, 0.8 + next() * 1.1, phase + i * (1.1 + next())];
    const at = (x: number) => base + swing * Math.sin((x / WIDTH) * Math.PI * 2 * pace + shift);
    let d = `M0 ${HEIGHT}V${round(at(0))}`;
    for (let x = 20; x <= WIDTH; x += 20) d += `L${x} ${round(at(x))}`;
    out[(['line', 'paper', 'ink'] as const)[i] ?? 'ink'] += `${d}V${HEIGHT}z`;
  }
  return out;
};

/** Columns that rise and fall, a sun behind. */
export const rise: Draw = (next) => {
  const out = { ...blank(), paper: disc(60 + next() * 200, 50 + next() * 30, 26 + next() * 20) };
  const start = next() * 6;
  const count = [8, 10, 16, 20][Math.floor(next() * 4)] ?? 16;
  const step = WIDTH / count;
  for (let i = 0; i < count; i++) {
    const wave = 1 + Math.sin(start + (i * 16 * (0.35 + next() * 0.15)) / count);
    const height = 30 + 56 * wave * (0.55 + next() * 0.35);
    out[next() < 0.45 ? 'ink' : 'line'] += box(i * step + step * 0.08, HEIGHT - height, step * 0.84, height);
  }
  return out;
};

/** Rings around two places, as in water. */
export const rings: Draw = (next) => {
  const out = blank();
  for (const layer of ['line', 'ink'] as const) {
    const [x, y] = [30 + next() * 260, 20 + next() * 140];
    for (let r = 14 + next() * 8; r < 92; r += 22)
      out[layer] += disc(x, y, r) + disc(x, y, r - 8).replaceAll('0 1 0', '0 1 1');
    out.paper += disc(x, y, 5);
  }
  return out;
};

/** A stair and its landings. */
export const steps: Draw = (next) => {
  const out = blank();
  const down = next() < 0.5;
  for (let i = 0; i < 8; i++) {
    const x = (down ? 7 - i : i) * 40;
    const height = 22 + i * (14 + next() * 5);
    out[i % 2 ? 'ink' : 'line'] += box(x, HEIGHT - height, 40, height);
    if (next() < 0.5) out.paper += disc(x + 20, HEIGHT - height - 14, 8);
  }
  return out;
};

/** Light from one corner. */
export const rays: Draw = (next) => {
  const out = blank();
  const [x, y] = [next() < 0.5 ? 0 : WIDTH, next() < 0.5 ? 0 : HEIGHT];
  const count = 9 + Math.floor(next() * 5);
  for (let i = 0; i < count; i += 1) {
    const [a, b] = [i, i + 0.55].map((n) => (n / count) * (Math.PI / 2));
    const reach = (angle = 0) =>
      `${round(x + (x ? -1 : 1) * 380 * Math.cos(angle))} ${round(y + (y ? -1 : 1) * 380 * Math.sin(angle))}`;
    out[next() < 0.4 ? 'ink' : 'line'] += `M${x} ${y}L${reach(a)}L${reach(b)}z`;
  }
  out.paper = disc(x, y, 46 + next() * 30);
  return out;
};
