import { Chart } from './chart';
import { Table } from './table';

export type Point = {
  label: string;
  value: number;
  text: string /** Only some labels are drawn under a long axis. */;
  mark?: boolean;
};
type Props = { title: string; points: Point[]; labelHead: string; valueHead: string; hue?: number };

const WIDTH = 640;
const HEIGHT = 200;

/** Something counted day by day: thin columns, the highest named, dates under the marked ones. */
export function ColumnPicture({ title, points, labelHead, valueHead, hue }: Props) {
  const max = Math.max(1, ...points.map((point) => point.value));
  const step = WIDTH / Math.max(1, points.length);
  const top = points.findIndex((point) => point.value === max);
  const anchor = (index: number) => (index * step < 60 ? 'start' : index * step > WIDTH - 80 ? 'end' : 'middle');
  const picture = (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 50}`} role="img" aria-label={title}>
      <line className="axis" x1="0" x2={WIDTH} y1={HEIGHT + 24} y2={HEIGHT + 24} />
      {points.map((point, index) => {
        const height = (point.value / max) * HEIGHT;
        const middle = index * step + step / 2;
        return (
          <g key={point.label}>
            <rect
              className={index === top ? 'bar' : 'bar-2'}
              x={index * step + 1}
              y={HEIGHT + 24 - height}
              width={Math.max(1, step - 2)}
              height={height}
            />
            {index === top && point.value > 0 ? (
              <text x={middle} y={HEIGHT + 16 - height} fontSize="16" fontWeight="650" textAnchor={anchor(index)}>
                {point.text}
              </text>
            ) : null}
            {point.mark ? (
              <text className="soft" x={middle} y={HEIGHT + 44} fontSize="15" textAnchor={anchor(index)}>
                {point.label}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
  const columns = [
    { key: 'label', label: labelHead, cell: (point: Point) => point.label },
    { key: 'value', label: valueHead, align: 'end' as const, cell: (point: Point) => point.text },
  ];
  return (
    <Chart
      title={title}
      hue={hue}
      picture={picture}
      table={<Table caption={title} captionHidden rows={points} rowKey={(p) => p.label} columns={columns} />}
    />
  );
}
