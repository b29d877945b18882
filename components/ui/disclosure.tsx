import type { ReactNode } from 'react';

/** More for those who want it; opens without JavaScript, printed open. */
export function Details({
  summary,
  open,
  wide,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="details" data-wide={wide ? '' : undefined} open={open}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div>{children}</div>
    </details>
  );
}
