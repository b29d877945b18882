'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

type Props = { url: string; texts: { on: string; off: string } };

/** Follows the room: when what this person may see changes, the page asks for itself again. Reconnects by itself. */
export function Live({ url, texts }: Props) {
  const router = useRouter();
  const seen = useRef<string>(undefined);
  const [on, setOn] = useState(false);
  useEffect(() => {
    const source = new EventSource(url);
    source.onopen = () => setOn(true);
    source.onerror = () => setOn(false);
    source.addEventListener('seen', (event) => {
      const digest = (event as MessageEvent<string>).data;
      if (seen.current !== undefined && seen.current !== digest) router.refresh();
      seen.current = digest;
    });
    return () => source.close();
  }, [router, url]);
  return (
    <p className="quiet" role="status" data-live={on ? 'on' : 'off'}>
      {on ? texts.on : texts.off}
    </p>
  );
}
