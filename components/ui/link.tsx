import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** Every internal link. No prefetch: pages are dynamic, and a list of fifty links must not ask for fifty pages. */
export function Link({ className = 'link', prefetch = false, ...rest }: ComponentProps<typeof NextLink>) {
  return <NextLink className={className} prefetch={prefetch} {...rest} />;
}

/** A link that leaves the site: says so in its accessible name through `hint`, and gives nothing away to the other side. */
export function ExternalLink({ hint, children, ...rest }: ComponentProps<'a'> & { hint?: string }) {
  return (
    <a className="link" rel="noopener noreferrer" {...rest}>
      {children}
      {hint ? <span className="hidden-text"> ({hint})</span> : null}
    </a>
  );
}
