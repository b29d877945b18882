'use client';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { keepThisPage } from '@/components/ui/kept-pages';

/** A page with a grid still to send can be opened again without a network, by whom it belongs to. */
export function KeepOffline({ who }: { who: string }) {
  const pathname = usePathname();
  useEffect(() => {
    // Addresses of scripts carry a digest in production only: elsewhere a kept one would hide a change.
    if (process.env.NODE_ENV !== 'production') return;
    const grid = pathname !== '' && document.querySelector('[data-saver]');
    if (grid && navigator.onLine) keepThisPage(who).catch(() => {});
  }, [pathname, who]);
  return null;
}
