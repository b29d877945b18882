'use client';
import { useEffect } from 'react';
import { forgetEverything, forgetPages } from '@/components/ui/kept-pages';

/** For a page nobody is signed in on: what this browser kept to read offline goes. */
export function ForgetKept() {
  useEffect(forgetPages, []);
  return null;
}

/** In the form that signs out: what this browser kept goes with the session. */
export function ForgetOnLeaving() {
  useEffect(() => {
    const leaving = (event: SubmitEvent) => {
      if (event.target instanceof HTMLFormElement && event.target.hasAttribute('data-leaves')) forgetEverything();
    };
    document.addEventListener('submit', leaving, true);
    return () => document.removeEventListener('submit', leaving, true);
  }, []);
  return null;
}
