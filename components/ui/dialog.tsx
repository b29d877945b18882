'use client';
import { type ReactNode, useId, useRef } from 'react';
import type { ButtonKind } from './button';
import { useLabels } from './labels-context';

type Props = { trigger: ReactNode; kind?: ButtonKind; size?: 'normal' | 'small'; title: string; children: ReactNode };

/** The native dialog: focus is kept and given back by the browser, Escape closes. For what can also be reached without it. */
export function Dialog({ trigger, kind = 'secondary', size = 'normal', title, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const label = useLabels();
  return (
    <>
      <button
        type="button"
        className="btn"
        data-kind={kind}
        data-size={size}
        aria-haspopup="dialog"
        onClick={() => box.current?.showModal()}
      >
        {trigger}
      </button>
      <dialog className="dialog" ref={box} aria-labelledby={id}>
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={id}>{title}</h2>
          <form method="dialog">
            <button type="submit" className="btn" data-kind="quiet" data-size="small">
              {label('close')}
            </button>
          </form>
        </div>
        {children}
      </dialog>
    </>
  );
}
