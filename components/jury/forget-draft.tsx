'use client';
import { useEffect } from 'react';
import { dropThisPage } from '@/components/ui/kept-pages';
import { forget } from './kept-draft';

/** The server has the whole of it: this browser keeps nothing more. */
export function ForgetDraft({ url }: { url: string }) {
  useEffect(() => {
    forget(url);
    dropThisPage();
  }, [url]);
  return null;
}
