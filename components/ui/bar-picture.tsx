import { Chart } from './chart';
import { Table } from './table';

export type Bar = { label: string; value: number; text: string };
type Props = { title: string; bars: Bar[]; labelHead: string; valueHead: string; hue?: number };

const ROW = 48;

/** Bars that carry their own label and value. Widths are shares of the page's, letters keep their size at 320 px. */
export function BarPicture({ title, bars, labelHead, valueHead, hue }: Props) {
  const max = Math.max(1, ...bars.map((bar) => bar.value));
  const picture = (
    <svg width="100%" height={bars.length * ROW} role="img" aria-label={title}>
      {bars.map((bar, index) => {
        const share = `${Math.max(bar.value > 0 ? 0.5 : 0, (bar.value / max) * 82).toFixed(2)}%`;
        const y = index * ROW;
        return (
          <g key={bar.label}>
            <text x="0" y={y + 16}>
              {bar.label}
            </text>
            <rect className="bar" x="0" y={y + 24} width={share} height="12" />
            <text x={share} dx="8" y={y + 36} fontWeight="650">
              {bar.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
  const columns = [
    { key: 'label', label: labelHead, cell: (bar: Bar) => bar.label },
    { key: 'value', label: valueHead, align: 'end' as const, cell: (bar: Bar) => bar.text },
  ];
  const table = <Table caption={title} captionHidden rows={bars} rowKey={(bar) => bar.label} columns={columns} />;
  return <Chart title={title} hue={hue} picture={picture} table={table} />;
}
