import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'info' | 'good' | 'time' | 'bad';

/** A remark set apart by a rule; `boxed` when it must not be missed. The title carries the meaning, the colour repeats it. */
export function Notice({
  tone = 'neutral',
  title,
  boxed,
  children,
}: {
  tone?: Tone;
  title?: string;
  boxed?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className="notice my-4" data-tone={tone} data-boxed={boxed ? '' : undefined}>
      {title ? <strong className="block">{title}</strong> : null}
      {children}
    </div>
  );
}
