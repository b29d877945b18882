'use client';
import { useRef, useState } from 'react';
import { fill, oneLine, paragraphs } from '@/lib/calls/wording';

type Parts = { subject: string; title?: string; body: string };
type Props = {
  /** Names of the controls of the same form whose text is shown. */
  names: { subject: string; title?: string; body: string };
  saved: Parts;
  values: Record<string, string>;
  words: { title: string; subject: string; live: string; button: string };
};

/** A mail as it will be read. Without scripts it shows what is saved; with them it follows what is typed. */
export function MailPreview({ names, saved, values, words }: Props) {
  const place = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState<Parts>(saved);
  const [follows, setFollows] = useState(false);
  const follow = (element: HTMLElement | null) => {
    place.current = element;
    const form = element?.closest('form');
    if (!form) return;
    const read = () => {
      const data = new FormData(form);
      const text = (name: string | undefined, otherwise: string) => String((name && data.get(name)) ?? otherwise);
      setTyped({
        subject: text(names.subject, saved.subject),
        title: names.title ? text(names.title, saved.title ?? '') : undefined,
        body: text(names.body, saved.body),
      });
    };
    form.addEventListener('input', read);
    setFollows(true);
    return () => form.removeEventListener('input', read);
  };
  return (
    <section
      ref={follow}
      className="min-w-0 self-start break-words border border-rule bg-raised p-5"
      aria-label={words.title}
    >
      <p className="quiet">
        {words.subject} <strong>{oneLine(fill(typed.subject, values))}</strong>
      </p>
      <p className="mt-3 text-xl font-semibold">{oneLine(fill(typed.title ?? typed.subject, values))}</p>
      {paragraphs(fill(typed.body, values)).map((line, index) => (
        <p key={index} className="my-3">
          {line}
        </p>
      ))}
      <p>
        <span className="btn" data-kind="primary" data-size="small" aria-hidden="true">
          {words.button}
        </span>
      </p>
      {follows ? <p className="quiet mt-3 text-sm">{words.live}</p> : null}
    </section>
  );
}
