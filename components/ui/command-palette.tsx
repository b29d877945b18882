'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { useLabels } from './labels-context';

export type Found = { href: string; label: string; kind: string };
type Props = { endpoint: string; title: string; open: string; hint: string; href: string };

/**
 * Search across what the viewer may see, from anywhere (Ctrl K). The button is a link to the search page: without
 * JavaScript it simply goes there. `endpoint?q=` answers `Found[]`; a late answer never replaces a newer one.
 */
export function CommandPalette({ endpoint, title, open, hint, href }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = useRef(0);
  const id = useId();
  const label = useLabels();
  const [found, setFound] = useState<Found[] | null>(null);
  const [at, setAt] = useState(0);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  async function search(text: string) {
    const turn = ++asked.current;
    if (text.trim().length < 2) return setFound(null);
    const answer = await fetch(`${endpoint}?q=${encodeURIComponent(text)}`).catch(() => null);
    if (turn !== asked.current) return;
    setFound(answer?.ok ? ((await answer.json()) as Found[]) : []);
    setAt(0);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const last = (found?.length ?? 0) - 1;
    if (event.key === 'ArrowDown') setAt(Math.min(last, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter' && found?.[at]) window.location.assign(found[at].href);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <a
        href={href}
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {open}
      </a>
      <dialog className="dialog palette" ref={dialog} aria-labelledby={`${id}-title`}>
        <form method="dialog" className="flex items-start justify-between gap-4">
          <h2 id={`${id}-title`} className="text-lg">
            {title}
          </h2>
          <button type="submit" className="btn" data-kind="quiet" data-size="small">
            {label('close')}
          </button>
        </form>
        <input
          className="control"
          type="text"
          role="combobox"
          aria-label={title}
          aria-expanded={Boolean(found?.length)}
          aria-controls={`${id}-list`}
          aria-activedescendant={found?.[at] ? `${id}-${at}` : undefined}
          autoComplete="off"
          placeholder={hint}
          onInput={(event) => search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <p className="quiet mt-2" role="status">
          {found === null ? '' : found.length ? label('results', found.length) : label('noResult')}
        </p>
        <div id={`${id}-list`} role="listbox" aria-label={title}>
          {found?.map((item, index) => (
            <a
              key={item.href}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              href={item.href}
            >
              {item.label} <span>{item.kind}</span>
            </a>
          ))}
        </div>
      </dialog>
    </>
  );
}
