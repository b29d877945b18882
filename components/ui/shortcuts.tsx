'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { SearchBox } from './search-box';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export type ShortcutWords = {
  search: string;
  label: string;
  submit: string;
  none: string;
  close: string;
  help: string;
  /** Whether the keys of one character act; some voice commands type them by mistake. */
  single: string;
  keys: { keys: string; does: string }[];
};
type Props = { href: string; source: string; words: ShortcutWords };

const OFF = 'cohorte.single-keys-off';

/** Moves along the rows of a list: its first links are a column of their own. */
function step(by: number) {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-row-link] .row-link')];
  const at = links.findIndex((link) => link.closest('[data-row-link]')?.contains(document.activeElement));
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
}

/**
 * A link to the search page that Ctrl-K and "/" open as a box, and the keys of a list: j and k move, x ticks, "?" says
 * them all. Nothing acts while typing, nothing here is the only way, and single keys can be switched off (WCAG 2.1.4).
 */
export function Shortcuts({ href, source, words }: Props) {
  const search = useRef<HTMLDialogElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const [off, setOff] = useState(false);
  /** The boxes stand outside the header: its menu's looks are not theirs. */
  const [body, setBody] = useState<Element | null>(null);
  const id = useId();
  useEffect(() => {
    setBody(document.body);
    setOff(localStorage.getItem(OFF) === '1');
    const onKey = (event: KeyboardEvent) => {
      const isSearch = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!isSearch && (event.ctrlKey || event.metaKey || event.altKey || typing(event.target))) return;
      if (!isSearch && (localStorage.getItem(OFF) === '1' || document.querySelector('dialog[open]'))) return;
      const row = document.activeElement?.closest('[data-row-link]');
      if (isSearch || event.key === '/') {
        if (!search.current?.open) search.current?.showModal();
      } else if (event.key === '?') help.current?.showModal();
      else if (event.key === 'j') step(1);
      else if (event.key === 'k') step(-1);
      else if (event.key === 'x') row?.querySelector<HTMLElement>('input[type=checkbox]')?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const close = (
    <form method="dialog">
      <button type="submit" className="btn" data-kind="quiet" data-size="small">
        {words.close}
      </button>
    </form>
  );
  const boxes = (
    <>
      <dialog className="dialog search-dialog" ref={search} aria-label={words.search}>
        <SearchBox href={href} source={source} words={words} />
        <div className="mt-4 flex justify-between gap-4">
          <button
            type="button"
            className="btn"
            data-kind="quiet"
            data-size="small"
            onClick={() => {
              search.current?.close();
              help.current?.showModal();
            }}
          >
            {words.help}
          </button>
          {close}
        </div>
      </dialog>
      <dialog className="dialog" ref={help} aria-labelledby={id}>
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={id}>{words.help}</h2>
          {close}
        </div>
        <dl className="keys">
          {words.keys.map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-4 flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            checked={!off}
            onChange={({ target }) => {
              setOff(!target.checked);
              localStorage.setItem(OFF, target.checked ? '0' : '1');
            }}
          />
          {words.single}
        </label>
      </dialog>
    </>
  );
  return (
    <>
      <a
        href={href}
        className="search-open"
        onClick={(event) => {
          if (!search.current) return;
          event.preventDefault();
          search.current.showModal();
        }}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M11 11l4 4M7 12A5 5 0 117 2a5 5 0 010 10z" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {words.search}
      </a>
      {body ? createPortal(boxes, body) : null}
    </>
  );
}
