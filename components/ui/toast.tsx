import type { ReactNode } from 'react';
import type { Tone } from './notice';

/** What was just done, said by the server on the next page, with its undo when there is one. Stays until one leaves. */
export function Toast({ tone = 'good', children, action }: { tone?: Tone; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="toast" role="status" data-tone={tone}>
      <span className="flex-1">{children}</span>
      {action}
    </div>
  );
}
