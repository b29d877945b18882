'use client';
import { useEffect, useRef, useState } from 'react';
import { dropThisPage } from '@/components/ui/kept-pages';
import { reachable } from './draft-request';
import { holdSubmit } from './hold-submit';
import { forget } from './kept-draft';

/**
 * Beside a grid already sent: this browser keeps nothing more of it, and an amendment that cannot leave says so and stays
 * in the page (`away`), rather than fall with it.
 */
export function ForgetDraft({ url, away }: { url: string; away: string }) {
  const anchor = useRef<HTMLParagraphElement>(null);
  const [stays, setStays] = useState(false);
  useEffect(() => {
    forget(url);
    dropThisPage();
    const form = anchor.current?.closest('form');
    if (!form) return;
    return holdSubmit(form, async () => {
      const open = await reachable();
      setStays(!open);
      return open;
    });
  }, [url]);
  return (
    <p ref={anchor} className={stays ? 'quiet my-3' : 'hidden-text'} role="status">
      {stays ? away : ''}
    </p>
  );
}
