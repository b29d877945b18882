import { Chart } from './chart';
import { Table } from './table';

export type Part = { label: string; value: number; text: string };
type Props = { title: string; parts: Part[]; labelHead: string; valueHead: string; total?: string; hue?: number };

/** One whole and what it is made of (planned, committed, paid, left): one bar, four grounds, each named under it. */
export function PartPicture({ title, parts, labelHead, valueHead, total, hue }: Props) {
  const sum = Math.max(
    1,
    parts.reduce((all, part) => all + Math.max(0, part.value), 0),
  );
  let x = 0;
  const drawn = parts.map((part, index) => {
    const width = (Math.max(0, part.value) / sum) * 100;
    const at = x;
    x += width;
    return { ...part, at, width, index };
  });
  const picture = (
    <>
      <svg width="100%" height="36" role="img" aria-label={title}>
        {drawn.map((part) =>
          part.width > 0 ? (
            <rect
              key={part.label}
              className={`bar${part.index ? `-${(part.index % 4) + 1}` : ''}`}
              x={`${part.at.toFixed(2)}%`}
              y="1"
              width={`${part.width.toFixed(2)}%`}
              height="34"
            />
          ) : null,
        )}
      </svg>
      <ul className="mt-2 flex list-none flex-wrap gap-x-6 gap-y-1 p-0">
        {drawn.map((part) => (
          <li key={part.label} className="inline-flex items-center gap-2">
            <svg viewBox="0 0 14 14" className="part-key" aria-hidden="true">
              <rect
                className={`bar${part.index ? `-${(part.index % 4) + 1}` : ''}`}
                x="1"
                y="1"
                width="12"
                height="12"
              />
            </svg>
            {part.label} <strong className="figures">{part.text}</strong>
          </li>
        ))}
      </ul>
    </>
  );
  const columns = [
    { key: 'label', label: labelHead, cell: (part: Part) => part.label },
    { key: 'value', label: valueHead, align: 'end' as const, cell: (part: Part) => part.text, total },
  ];
  return (
    <Chart
      title={title}
      hue={hue}
      picture={picture}
      table={<Table caption={title} captionHidden rows={parts} rowKey={(p) => p.label} columns={columns} />}
    />
  );
}
