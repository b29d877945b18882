import type { ReactNode } from 'react';

/** Simply there on a wide screen; on a narrow one, under its word until asked for. */
export function Fold({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary className="btn" data-kind="secondary">
        {summary}
      </summary>
      {children}
    </details>
  );
}
