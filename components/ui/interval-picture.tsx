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
  hue?: number;
  /** A line across, with its word: « 14 places ». */
  limit?: { at: number; label: string };
};

const ROW = 46;

/** Ranks or marks with what is not known about them: a range, and the best guess on it. */
export function IntervalPicture({ title, intervals, min, max, labelHead, valueHead, hue, limit }: Props) {
  const at = (value: number) => `${(2 + ((value - min) / Math.max(1e-9, max - min)) * 96).toFixed(2)}%`;
  const top = limit ? 28 : 0;
  const height = top + intervals.length * ROW;
  const picture = (
    <svg width="100%" height={height} role="img" aria-label={title}>
      {limit ? (
        <>
          <line className="limit" x1={at(limit.at)} x2={at(limit.at)} y1={top - 8} y2={height} />
          <text className="soft" x={at(limit.at)} y={14} textAnchor={limit.at > (min + max) / 2 ? 'end' : 'start'}>
            {limit.label}
          </text>
        </>
      ) : null}
      {intervals.map((row, index) => {
        const y = top + index * ROW;
        return (
          <g key={row.key}>
            <text x="0" y={y + 16}>
              {row.label.length > 42 ? `${row.label.slice(0, 41)}…` : row.label}
              <tspan className="soft" dx="8">
                {row.text}
              </tspan>
            </text>
            <line className="axis" x1="0" x2="100%" y1={y + 30} y2={y + 30} />
            <line className="range" x1={at(row.low)} x2={at(row.high)} y1={y + 30} y2={y + 30} />
            <circle className="point" cx={at(row.value)} cy={y + 30} r="7" />
          </g>
        );
      })}
    </svg>
  );
  const columns = [
    { key: 'label', label: labelHead, cell: (row: Interval) => row.label },
    { key: 'value', label: valueHead, align: 'end' as const, cell: (row: Interval) => row.text },
  ];
  const table = <Table caption={title} captionHidden rows={intervals} rowKey={(row) => row.key} columns={columns} />;
  return <Chart title={title} hue={hue} picture={picture} table={table} />;
}
