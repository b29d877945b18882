'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLabels } from './labels-context';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Keys of a board: j/k move along `[data-row-link]`, Enter opens (the row's own link has the focus), x ticks the row,
 * / goes to the search, ? shows this help. Nothing happens while typing, and nothing here is the only way.
 */
export function Shortcuts({ title, children }: { title: string; children: ReactNode }) {
  const help = useRef<HTMLDialogElement>(null);
  const id = useId();
  const label = useLabels();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === '?') help.current?.showModal();
      else if (event.key === '/') document.querySelector<HTMLElement>('main input[type=search]')?.focus();
      else if (event.key === 'x')
        document.activeElement?.closest('[data-row-link]')?.querySelector<HTMLElement>('input[type=checkbox]')?.click();
      else if (event.key === 'j' || event.key === 'k') {
        const links = [...document.querySelectorAll<HTMLElement>('main [data-row-link] .row-link')];
        const at = links.findIndex((link) => link.closest('[data-row-link]')?.contains(document.activeElement));
        links[Math.max(0, Math.min(links.length - 1, at + (event.key === 'j' ? 1 : -1)))]?.focus();
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="btn"
        data-kind="quiet"
        data-size="small"
        onClick={() => help.current?.showModal()}
      >
        {title} <kbd>?</kbd>
      </button>
      <dialog className="dialog" ref={help} aria-labelledby={id}>
        <form method="dialog" className="mb-4 flex items-start justify-between gap-4">
          <h2 id={id}>{title}</h2>
          <button type="submit" className="btn" data-kind="quiet" data-size="small">
            {label('close')}
          </button>
        </form>
        {children}
      </dialog>
    </>
  );
}
