import type { ReactNode } from 'react';
import { Link } from './link';
import type { StatusTone } from './status';

export type HeatCell = { text: ReactNode; tone: StatusTone; href?: string };
type Props = {
  caption: string;
  head: string;
  columns: string[];
  rows: { key: string; label: ReactNode; cells: (HeatCell | null)[] }[];
};

/** Many things × many parts at a glance. The word is in the cell; the ground only helps the eye. */
export function HeatTable({ caption, head, columns, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a group and no landmark, for the section around it has often the same name.
    <div className="table-region" role="group" data-wide="" aria-label={caption} tabIndex={0}>
      <table className="table heat">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]} data-tone={cell?.tone}>
                  {cell?.href ? (
                    <Link className="heat-link" href={cell.href}>
                      {cell.text}
                    </Link>
                  ) : (
                    cell?.text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
