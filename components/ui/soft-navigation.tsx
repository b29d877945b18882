'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { startTransition, useEffect, useRef } from 'react';

/** Whether the browser itself should follow this click: another window, a download, an anchor of the page as it stands. */
function leftToTheBrowser(event: MouseEvent, anchor: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0) return true;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || anchor.target) return true;
  const samePage = anchor.pathname === location.pathname && anchor.search === location.search;
  return anchor.origin !== location.origin || (samePage && anchor.hash !== '');
}

/** What each page was last asked for while it was open: filters, order, page. */
const asked = new Map<string, string>();

/**
 * Mounted once: follows every `<a data-soft>` without reloading the page. One listener in place of a client component a
 * link: a list of fifty costs its server fifty plain anchors. A crumb (`data-back`) goes back to a list as it was left.
 */
export function SoftNavigation() {
  const router = useRouter();
  useArrival();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      asked.set(location.pathname, location.search);
      const anchor = event.target instanceof Element ? event.target.closest('a[data-soft]') : null;
      if (!(anchor instanceof HTMLAnchorElement) || leftToTheBrowser(event, anchor)) return;
      event.preventDefault();
      const back = anchor.dataset.back !== undefined && !anchor.search ? (asked.get(anchor.pathname) ?? '') : '';
      startTransition(() => router.push(anchor.href + back));
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}

/** Arrived softly at a place of a page (`#at-budget`): the focus goes there, as the browser's own would after a load. */
function useArrival(): void {
  const place = `${usePathname()}?${useSearchParams()}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target) return;
    if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
  }, [place]);
}
