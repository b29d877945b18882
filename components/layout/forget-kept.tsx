'use client';
import { useEffect } from 'react';
import { leaving, nobodyHere } from '@/components/ui/kept-pages';

/** For a page nobody is signed in on: what this browser kept to read offline goes. */
export function ForgetKept() {
  useEffect(nobodyHere, []);
  return null;
}

/** In the form that signs out: what this browser kept goes with the session. */
export function ForgetOnLeaving() {
  useEffect(() => {
    const submitted = (event: SubmitEvent) => {
      if (event.target instanceof HTMLFormElement && event.target.hasAttribute('data-leaves')) leaving();
    };
    document.addEventListener('submit', submitted, true);
    return () => document.removeEventListener('submit', submitted, true);
  }, []);
  return null;
}
