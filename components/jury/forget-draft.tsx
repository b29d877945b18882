'use client';
import { useEffect, useRef, useState } from 'react';
import { dropThisPage } from '@/components/ui/kept-pages';
import { reachable } from './draft-request';
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
    let through = false;
    const sending = async (event: SubmitEvent) => {
      if (through) {
        through = false;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const open = await reachable();
      setStays(!open);
      if (!open) return;
      through = true;
      form.requestSubmit(event.submitter);
    };
    form.addEventListener('submit', sending, true);
    return () => form.removeEventListener('submit', sending, true);
  }, [url]);
  return (
    <p ref={anchor} className={stays ? 'quiet my-3' : 'hidden-text'} role="status">
      {stays ? away : ''}
    </p>
  );
}
