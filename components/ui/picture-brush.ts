/** What pictures are drawn with: three layers of path data on 320 × 180. */
export const WIDTH = 320;
export const HEIGHT = 180;

export type Layers = { ink: string; line: string; paper: string };
export type Draw = (next: () => number) => Layers;

export const blank = (): Layers => ({ ink: '', line: '', paper: '' });

export const round = (n: number) => Math.round(n * 10) / 10;

/** The chord is twice the rounded radius: rounded apart, the two halves would not be round. */
export function disc(x: number, y: number, radius: number): string {
  const r = round(radius);
  const across = round(2 * r);
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 ${-across} 0z`;
}

export const box = (x: number, y: number, w: number, h: number) =>
  `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`;
