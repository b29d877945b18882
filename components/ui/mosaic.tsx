import { hash, sequence } from './picture';

const TILE = 40;
const quarter = (x: number, y: number, turn: number) => {
  const [cx, cy] = [x + (turn % 2 ? TILE : 0), y + (turn > 1 ? TILE : 0)];
  const [dx, dy] = [turn % 2 ? -TILE : TILE, turn > 1 ? -TILE : TILE];
  return `M${cx} ${cy}h${dx}A${TILE} ${TILE} 0 0 ${turn === 0 || turn === 3 ? 1 : 0} ${cx} ${cy + dy}z`;
};
const disc = (x: number, y: number, r: number) =>
  `M${x + TILE / 2 - r} ${y + TILE / 2}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const half = (x: number, y: number, turn: number) =>
  turn % 2
    ? `M${x} ${y}a${TILE / 2} ${TILE / 2} 0 0 1 0 ${TILE}z`
    : `M${x} ${y + TILE}a${TILE / 2} ${TILE / 2} 0 0 1 ${TILE} 0z`;

/** Near a 4:3 page, the width that leaves the fewest tiles missing on the last line. */
function columnsFor(total: number): number {
  const near = Math.max(4, Math.round(Math.sqrt(total * 1.3)));
  const missing = (columns: number) => (columns - (total % columns)) % columns;
  return [near, near + 1, near - 1, near + 2].filter((n) => n >= 4).sort((a, b) => missing(a) - missing(b))[0] ?? near;
}

type Group = { hue: number; count: number };

/** One tile a thing, one colour a group, in order: a picture that is also a count. Its caption says so in words. */
export function Mosaic({ groups, caption }: { groups: Group[]; caption: string }) {
  const total = groups.reduce((sum, group) => sum + group.count, 0);
  if (total < 4) return null;
  const columns = columnsFor(total);
  const next = sequence(hash('mosaic'));
  let index = 0;
  const drawn = groups.map((group) => {
    const paths = { tile: '', ink: '', line: '' };
    for (let i = 0; i < group.count; i++, index++) {
      const [x, y] = [(index % columns) * TILE, Math.floor(index / columns) * TILE];
      const [dice, turn, layer] = [
        next(),
        Math.floor(next() * 4),
        next() < 0.62 ? ('ink' as const) : ('line' as const),
      ];
      paths.tile += `M${x} ${y}h${TILE}v${TILE}h${-TILE}z`;
      paths[layer] +=
        dice < 0.5
          ? quarter(x, y, turn)
          : dice < 0.68
            ? disc(x, y, 20)
            : dice < 0.86
              ? half(x, y, turn)
              : disc(x, y, 9);
    }
    return { ...group, ...paths };
  });
  return (
    <figure className="mosaic">
      <svg viewBox={`0 0 ${columns * TILE} ${Math.ceil(total / columns) * TILE}`} aria-hidden="true">
        {drawn.map((group, at) => (
          <g key={at} data-cohort={group.hue}>
            <path className="p-tile" d={group.tile} />
            <path className="p-line" d={group.line} />
            <path className="p-ink" d={group.ink} />
          </g>
        ))}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
