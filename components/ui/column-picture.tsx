import { Chart } from './chart';
import { Table } from './table';

export type Point = {
  label: string;
  value: number;
  text: string;
  /** Only some labels are drawn under a long axis. */
  mark?: boolean;
};
type Props = { title: string; points: Point[]; labelHead: string; valueHead: string; hue?: number };

const TOP = 24;
const HEIGHT = 160;

/** Something counted day by day: thin columns, the highest named, dates under the marked ones. */
export function ColumnPicture({ title, points, labelHead, valueHead, hue }: Props) {
  const max = Math.max(1, ...points.map((point) => point.value));
  const step = 100 / Math.max(1, points.length);
  const highest = points.findIndex((point) => point.value === max);
  const floor = TOP + HEIGHT;
  const place = (index: number) => {
    const middle = (index + 0.5) * step;
    return middle < 10
      ? { x: '0', textAnchor: 'start' as const }
      : middle > 88
        ? { x: '100%', textAnchor: 'end' as const }
        : { x: `${middle.toFixed(2)}%`, textAnchor: 'middle' as const };
  };
  const picture = (
    <svg width="100%" height={floor + 28} role="img" aria-label={title}>
      {points.map((point, index) => {
        const height = (point.value / max) * HEIGHT;
        return (
          <g key={point.label}>
            <rect
              className={index === highest ? 'bar' : 'bar-2'}
              x={`${(index * step + step * 0.1).toFixed(2)}%`}
              y={floor - height}
              width={`${(step * 0.8).toFixed(2)}%`}
              height={height}
            />
            {index === highest && point.value > 0 ? (
              <text y={TOP - 8} fontWeight="650" {...place(index)}>
                {point.text}
              </text>
            ) : null}
            {point.mark ? (
              <text className="soft" y={floor + 22} {...place(index)}>
                {point.label}
              </text>
            ) : null}
          </g>
        );
      })}
      <line className="axis" x1="0" x2="100%" y1={floor} y2={floor} />
    </svg>
  );
  const columns = [
    { key: 'label', label: labelHead, cell: (point: Point) => point.label },
    { key: 'value', label: valueHead, align: 'end' as const, cell: (point: Point) => point.text },
  ];
  const table = <Table caption={title} captionHidden rows={points} rowKey={(point) => point.label} columns={columns} />;
  return <Chart title={title} hue={hue} picture={picture} table={table} />;
}
