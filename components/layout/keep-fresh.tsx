'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

type Props = { everyMs?: number; words: { on: string; off: string } };

/** Asks for the page again while work goes on behind it. Without scripts it says to reload. */
export function KeepFresh({ everyMs = 2_000, words }: Props) {
  const router = useRouter();
  const [on, setOn] = useState(false);
  useEffect(() => {
    setOn(true);
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return <p className="quiet">{on ? words.on : words.off}</p>;
}
