import type { ReactNode } from 'react';
import { Link } from './link';

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  align?: 'end';
  sortable?: boolean;
  /** In the footer, under the column. */
  total?: ReactNode;
};

type Props<Row> = {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** The row opens there on a click anywhere; the link itself is the first cell's content. */
  rowHref?: (row: Row) => string;
  sort?: { key: string; direction: 'ascending' | 'descending' };
  sortHref?: (key: string, direction: 'ascending' | 'descending') => string;
  /** Under 36rem each row becomes a block with its labels; otherwise the table scrolls sideways. */
  stack?: boolean;
  /** Wider than a page: it scrolls in its own region, headers included. */
  wide?: boolean;
  totalLabel?: ReactNode;
};

/** Rows beyond which a wide table keeps its headers in sight by scrolling in its own region. */
const LONG = 25;

/** A list on paper: rules, not boxes; the header stays while reading; totals under their column. */
export function Table<Row>(props: Props<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, rowHref, stack, wide, totalLabel } = props;
  const hasTotals = columns.some((column) => column.total !== undefined);
  const name = typeof caption === 'string' ? caption : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group and no landmark, for the section around it has often the same name.
    <div
      className="table-region"
      role="group"
      data-wide={wide ? (rows.length > LONG ? 'long' : '') : undefined}
      aria-label={name}
      tabIndex={rowHref ? undefined : 0}
    >
      <table className="table" data-stack={stack ? '' : undefined}>
        <caption className={captionHidden ? 'hidden-text' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row-link={rowHref ? '' : undefined}>
              {columns.map((column, index) => {
                // Attributes only where they say something: a page of 300 rows carries each of them 2,700 times.
                const said = {
                  ...(column.align ? { 'data-align': column.align } : undefined),
                  ...(stack ? { 'data-label': column.label } : undefined),
                };
                if (index > 0)
                  return (
                    <td key={column.key} {...said}>
                      {column.cell(row)}
                    </td>
                  );
                const href = rowHref?.(row);
                return (
                  <th key={column.key} scope="row" data-lead="">
                    {href ? (
                      <Link className="row-link" href={href}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
        {hasTotals ? (
          <tfoot>
            <tr>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.total ?? totalLabel}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    data-align={column.align}
                    data-label={stack && column.total !== undefined ? column.label : undefined}
                  >
                    {column.total}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function Header<Row>({ column, sort, sortHref }: { column: Column<Row> } & Pick<Props<Row>, 'sort' | 'sortHref'>) {
  const current = sort?.key === column.key ? sort.direction : undefined;
  const next = current === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" data-align={column.align} aria-sort={current}>
      {column.sortable && sortHref ? (
        <Link className="sort" href={sortHref(column.key, next)}>
          {column.label}
        </Link>
      ) : (
        column.label
      )}
    </th>
  );
}
