'use client';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Textarea } from '@/components/ui/textarea';

type Person = { id: string; name: string };
type Props = {
  name: string;
  label: string;
  help: string;
  people: Person[];
  listLabel: string;
  rows?: number;
  id: string;
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The name being typed after an @, up to the caret; null when there is none. */
function called(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{M}'’ -]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1] as string).length, typed: found[1] as string } : null;
}

/** A text in which @ offers colleagues: arrows and Enter choose, Escape closes. Without scripts the whole name is typed. */
export function MentionTextarea({ people, listLabel, ...rest }: Props) {
  const [open, setOpen] = useState<{ from: number; found: Person[]; at: number } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const list = useId();
  const area = () => box.current?.querySelector('textarea') ?? null;

  const look = (element: HTMLTextAreaElement) => {
    const word = called(element.value, element.selectionStart);
    const key = plain(word?.typed ?? '');
    const found = word
      ? people
          .filter(
            ({ name }) =>
              plain(name).startsWith(key) ||
              plain(name)
                .split(' ')
                .some((part) => part.startsWith(key)),
          )
          .slice(0, 6)
      : [];
    const done = word && found.length === 1 && plain(found[0]?.name ?? '') === key.trim();
    setOpen(word && found.length > 0 && !done ? { from: word.from, found, at: 0 } : null);
  };
  const choose = (person: Person) => {
    const element = area();
    if (!element || !open) return;
    element.setRangeText(`${person.name} `, open.from, element.selectionStart, 'end');
    element.dispatchEvent(new Event('input', { bubbles: true }));
    setOpen(null);
    element.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const person = open.found[open.at];
    if (step) setOpen({ ...open, at: (open.at + step + open.found.length) % open.found.length });
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) choose(person);
    else if (event.key === 'Escape') setOpen(null);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box}>
      <Textarea
        {...rest}
        onInput={(event) => look(event.currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(null)}
        aria-autocomplete="list"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open ? `${list}-${open.at}` : undefined}
      />
      {open ? (
        <div
          id={list}
          role="listbox"
          tabIndex={-1}
          aria-label={listLabel}
          className="border border-rule-strong bg-raised"
        >
          {open.found.map((person, index) => (
            <div
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === open.at}
              className="flex min-h-11 cursor-pointer items-center px-3 aria-selected:bg-sunken aria-selected:font-semibold"
              onMouseDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
