import type { ReactNode } from 'react';

export type StatusTone = 'neutral' | 'active' | 'info' | 'good' | 'time' | 'bad';

// One shape a tone, so that the word is doubled without colour: ring, half disc, tick, triangle, cross.
const shapes: Record<StatusTone, ReactNode> = {
  neutral: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  active: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d="M6 1.5a4.5 4.5 0 010 9z" fill="currentColor" />
    </>
  ),
  info: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  good: <path d="M1 6.5l3.5 3.5L11 2.5" fill="none" stroke="currentColor" strokeWidth="2.25" />,
  time: <path d="M6 1l5.5 10H.5z" fill="currentColor" />,
  bad: <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="2.25" />,
};

/** A state: its word (the same everywhere) and its shape. */
export function Status({ tone = 'neutral', children }: { tone?: StatusTone; children: ReactNode }) {
  return (
    <span className="status" data-tone={tone}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[tone]}
      </svg>
      <span>{children}</span>
    </span>
  );
}

/** A short word on a soft ground: a kind, a label, « Nouveau ». */
export function Badge({ tone = 'neutral', children }: { tone?: StatusTone; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}

/** A cohort's name with its colour; `hue` is 1 to 8 (`cohortHue` gives one). */
export function CohortMark({ hue, children }: { hue: number; children: ReactNode }) {
  return (
    <span className="cohort-mark" data-cohort={hue}>
      {children}
    </span>
  );
}

/** Cohort n keeps its colour for ever; the ninth takes the first again. */
export const cohortHue = (position: number): number => ((((Math.trunc(position) - 1) % 8) + 8) % 8) + 1;
