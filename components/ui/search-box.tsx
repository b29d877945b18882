'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ShortcutWords } from './shortcuts';

type Line = { title: string; hint: string; href: string; kind: string };
type Props = { href: string; source: string; words: ShortcutWords };

/** A search that answers while one types; sent, it is the search page. Arrows go from the box to its answers and back. */
export function SearchBox({ href, source, words }: Props) {
  const [lines, setLines] = useState<Line[] | null>(null);
  const waiting = useRef<{ timer?: ReturnType<typeof setTimeout>; asked?: AbortController }>({});
  const box = useRef<HTMLDivElement>(null);

  function ask(q: string) {
    clearTimeout(waiting.current.timer);
    waiting.current.asked?.abort();
    if (q.trim().length < 2) return setLines(null);
    waiting.current.timer = setTimeout(async () => {
      waiting.current.asked = new AbortController();
      try {
        const answer = await fetch(`${source}&q=${encodeURIComponent(q)}`, { signal: waiting.current.asked.signal });
        if (answer.ok) setLines(await answer.json());
      } catch {
        // Typed on, or offline: the button still leads to the page.
      }
    }, 200);
  }

  function move(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input[type=search], a') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows are a comfort, every stop takes the focus by itself.
    <div ref={box} onKeyDown={move}>
      <search>
        <form action={href} method="get" className="flex flex-wrap items-end gap-3">
          <label className="min-w-0 flex-1 basis-60">
            <span className="label">{words.label}</span>
            <input
              className="control"
              type="search"
              name="q"
              autoComplete="off"
              onInput={({ currentTarget }) => ask(currentTarget.value)}
            />
          </label>
          <button className="btn" data-kind="secondary" type="submit">
            {words.submit}
          </button>
        </form>
      </search>
      <p className="hidden-text" role="status">
        {lines ? `${lines.length}` : ''}
      </p>
      {lines?.length ? (
        <ul className="rows mb-0">
          {lines.map((line) => (
            <li key={line.href} data-row-link="">
              <span>
                <a className="row-link" href={line.href}>
                  {line.title}
                </a>
                <span className="hint">{line.hint ? `${line.kind} · ${line.hint}` : line.kind}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {lines?.length === 0 ? <p className="mt-4">{words.none}</p> : null}
    </div>
  );
}
