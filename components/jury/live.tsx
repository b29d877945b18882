'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

type Props = { url: string; texts: { on: string; off: string } };

const FIRST_MS = 2_000;
const LAST_MS = 30_000;

/**
 * Follows the room: when what this person may see changes, the page asks for itself again. A browser comes back by itself
 * when the line falls, but gives up when a server that restarts answers with an error: then we come back, less and less often.
 */
export function Live({ url, texts }: Props) {
  const router = useRouter();
  const seen = useRef<string>(undefined);
  const [on, setOn] = useState(false);
  useEffect(() => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    let wait = FIRST_MS;
    const follow = () => {
      source = new EventSource(url);
      source.onopen = () => {
        wait = FIRST_MS;
        setOn(true);
      };
      source.onerror = () => {
        setOn(false);
        if (source.readyState !== EventSource.CLOSED) return;
        // Not everyone at once: a room of 150 would knock together.
        again = setTimeout(follow, wait * (0.5 + Math.random()));
        wait = Math.min(wait * 2, LAST_MS);
      };
      source.addEventListener('seen', (event) => {
        const digest = (event as MessageEvent<string>).data;
        if (seen.current !== undefined && seen.current !== digest) router.refresh();
        seen.current = digest;
      });
    };
    follow();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }, [router, url]);
  return (
    <p className="quiet" role="status" data-live={on ? 'on' : 'off'}>
      {on ? texts.on : texts.off}
    </p>
  );
}
