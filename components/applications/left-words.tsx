'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import type { Owed } from '@/lib/applications/draft-saver';
import { sendBatch } from './draft-request';
import { leftWords, takeWord } from './kept-words';

type Left = { key: string; field: string; words: string };
type Props = {
  url: string;
  who: string;
  /** What each question is called, and the section it is answered in while it may be. */
  places: Record<string, { label: string; section?: { title: string; href: string } }>;
  labels: Record<'title' | 'text' | 'words' | 'open' | 'forget', string>;
};

/**
 * Around a draft: words that pages now gone could not send leave at once, so that a file is never sent without them. Those
 * that cannot (a conflict, a closed call) are shown, with the way to where they belong.
 */
export function LeftWords({ url, who, places, labels }: Props) {
  const [left, setLeft] = useState<Left[]>([]);
  const router = useRouter();
  const asked = useRef(places);
  useEffect(() => {
    void sendLeft(url, who, (field) => field in asked.current).then(({ received, waiting }) => {
      setLeft(waiting);
      if (received) router.refresh();
    });
  }, [url, who, router]);
  if (left.length === 0) return null;
  const forget = () => {
    for (const { key, field } of left) takeWord(key, field);
    setLeft([]);
  };
  const sections = new Map(
    left.flatMap(({ field }) => places[field]?.section ?? []).map((one) => [one.href, one.title]),
  );
  return (
    <Notice tone="time" boxed title={labels.title}>
      <p>{labels.text}</p>
      <ul>
        {[...sections].map(([href, title]) => (
          <li key={href}>
            <a className="link" href={href}>
              {labels.open.replace('{section}', title)}
            </a>
          </li>
        ))}
      </ul>
      <Details summary={labels.words}>
        <dl className="summary">
          {left.map(({ key, field, words }) => (
            <div key={`${key} ${field}`}>
              <dt>{places[field]?.label ?? field}</dt>
              <dd className="answer-text">{words}</dd>
            </div>
          ))}
        </dl>
        <Button kind="quiet" size="small" onClick={forget}>
          {labels.forget}
        </Button>
      </Details>
    </Notice>
  );
}

async function sendLeft(
  url: string,
  who: string,
  isAsked: (field: string) => boolean,
): Promise<{ received: boolean; waiting: Left[] }> {
  let received = false;
  const waiting: Left[] = [];
  for (const [key, left] of await leftWords(who, url)) {
    for (const [field, owed] of Object.entries(left.fields)) {
      // A question the form no longer asks would be ignored in silence.
      const sent = isAsked(field) ? await sendBatch(url, { fields: { [field]: owed } }) : null;
      if (sent?.kind === 'saved' && sent.conflicts.length === 0) {
        takeWord(key, field);
        received = true;
      } else waiting.push({ key, field, words: wordsOf(owed) });
    }
  }
  return { received, waiting };
}

const wordsOf = ({ entries }: Owed): string =>
  entries
    .filter(([name, value]) => value !== '' && !name.endsWith('._key'))
    .map(([, value]) => value)
    .join('\n');
