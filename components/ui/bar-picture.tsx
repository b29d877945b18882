import { Chart } from './chart';
import { Table } from './table';

export type Bar = { label: string; value: number; text: string };
type Props = { title: string; bars: Bar[]; labelHead: string; valueHead: string; hue?: number };

const ROW = 44;
const WIDTH = 640;

/** Bars that carry their own label and value: nothing to look up in a legend. */
export function BarPicture({ title, bars, labelHead, valueHead, hue }: Props) {
  const max = Math.max(1, ...bars.map((bar) => bar.value));
  const picture = (
    <svg viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={title}>
      {bars.map((bar, index) => {
        const width = Math.max(bar.value > 0 ? 2 : 0, (bar.value / max) * (WIDTH - 90));
        const y = index * ROW;
        return (
          <g key={bar.label}>
            <text x="0" y={y + 16} fontSize="16">
              {bar.label}
            </text>
            <rect className="bar" x="0" y={y + 22} width={width} height="12" />
            <text x={width + 8} y={y + 34} fontSize="16" fontWeight="650">
              {bar.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
  return (
    <Chart
      title={title}
      hue={hue}
      picture={picture}
      table={
        <Table
          caption={title}
          captionHidden
          rows={bars}
          rowKey={(bar) => bar.label}
          columns={[
            { key: 'label', label: labelHead, cell: (bar) => bar.label },
            { key: 'value', label: valueHead, align: 'end', cell: (bar) => bar.text },
          ]}
        />
      }
    />
  );
}
