import { Chart } from './chart';
import { Table } from './table';

export type Interval = { key: string; label: string; low: number; high: number; value: number; text: string };
type Props = {
  title: string;
  intervals: Interval[];
  min: number;
  max: number;
  labelHead: string;
  valueHead: string;
  hue?: number /** A line across, with its word: « 14 places ». */;
  limit?: { at: number; label: string };
};

const ROW = 36;
const LEFT = 230;
const WIDTH = 640;

/** Ranks or marks with what is not known about them: a range, and the best guess on it. */
export function IntervalPicture({ title, intervals, min, max, labelHead, valueHead, hue, limit }: Props) {
  const x = (value: number) => LEFT + ((value - min) / Math.max(1e-9, max - min)) * (WIDTH - LEFT - 12);
  const height = intervals.length * ROW + 28;
  const picture = (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title}>
      {limit ? (
        <>
          <line
            className="axis"
            x1={x(limit.at)}
            x2={x(limit.at)}
            y1="20"
            y2={height}
            strokeWidth="2"
            strokeDasharray="4 4"
          />
          <text className="soft" x={x(limit.at)} y="14" fontSize="14" textAnchor="middle">
            {limit.label}
          </text>
        </>
      ) : null}
      {intervals.map((row, index) => {
        const y = index * ROW + 42;
        return (
          <g key={row.key}>
            <text x="0" y={y + 5} fontSize="15">
              {row.label.length > 28 ? `${row.label.slice(0, 27)}…` : row.label}
            </text>
            <line className="axis" x1={LEFT} x2={WIDTH} y1={y} y2={y} />
            <line className="range" x1={x(row.low)} x2={x(row.high)} y1={y} y2={y} />
            <circle className="point" cx={x(row.value)} cy={y} r="7" />
          </g>
        );
      })}
    </svg>
  );
  const columns = [
    { key: 'label', label: labelHead, cell: (row: Interval) => row.label },
    { key: 'value', label: valueHead, align: 'end' as const, cell: (row: Interval) => row.text },
  ];
  return (
    <Chart
      title={title}
      hue={hue}
      picture={picture}
      table={<Table caption={title} captionHidden rows={intervals} rowKey={(r) => r.key} columns={columns} />}
    />
  );
}
