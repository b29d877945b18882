import type { ReactNode } from 'react';
import { Link } from './link';

export function Tag({
  href,
  current,
  count,
  children,
}: {
  href?: string;
  current?: boolean;
  count?: number;
  children: ReactNode;
}) {
  const inside = (
    <>
      {children}
      {count === undefined ? null : <span>{count}</span>}
    </>
  );
  if (!href) return <span className="tag">{inside}</span>;
  return (
    <Link className="tag" href={href} aria-current={current ? 'true' : undefined}>
      {inside}
    </Link>
  );
}

/** Tags in a row; a list, so that their number is told. */
export function Tags({ label, children }: { label?: string; children: ReactNode[] }) {
  return (
    <ul className="m-0 flex list-none flex-wrap gap-2 p-0" aria-label={label}>
      {children.map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}
