import NextLink from 'next/link';
import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { localHref } from './href';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href'> & { href: string };

/**
 * Every internal link: write `/calls`, it becomes `/fr/calls`. For server components (a client leaf gets its href ready).
 * No prefetch: pages are dynamic, and a list of fifty links must not ask for fifty pages.
 */
export function Link({ className = 'link', prefetch = false, href, ...rest }: LinkProps) {
  return <NextLink className={className} prefetch={prefetch} href={localHref(useLocale(), href)} {...rest} />;
}

/** A link that leaves the site: `hint` says so to those who hear the page. */
export function ExternalLink({ hint, children, ...rest }: ComponentProps<'a'> & { hint?: string }) {
  return (
    <a className="link" rel="noopener noreferrer" {...rest}>
      {children}
      {hint ? <span className="hidden-text"> ({hint})</span> : null}
    </a>
  );
}
