import type { ReactNode } from 'react';

/** It is done: the page's title, its reference, and nothing else. What happens next goes under it. */
export function Panel({ title, level = 1, children }: { title: string; level?: 1 | 2; children?: ReactNode }) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="panel">
      <Heading>{title}</Heading>
      {children ? <div className="mt-3 text-lg">{children}</div> : null}
    </div>
  );
}

/** Nothing here: because nothing exists yet (say what to do), or because of filters (offer to lift them). */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="mt-1 text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}

/** Where one is in a short series. */
export function Steps({ label, steps, current }: { label: string; steps: string[]; current: number }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? 'step' : undefined}
          data-state={index < current ? 'done' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}
