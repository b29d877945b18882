import type { ReactNode } from 'react';

/** Work that moves: how much is done, in words and as a line. */
export function Progress({
  label,
  value,
  max,
  children,
}: {
  label: string;
  value: number;
  max: number;
  children?: ReactNode;
}) {
  return (
    <div className="my-4">
      <p className="mb-1 flex max-w-2xl flex-wrap justify-between gap-x-4">
        <span>{label}</span>
        <span className="quiet figures">{children}</span>
      </p>
      <progress className="progress" value={value} max={max} aria-label={label} />
    </div>
  );
}
