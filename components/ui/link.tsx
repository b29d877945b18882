import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { localHref } from './href';

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string };

/**
 * Every internal link: write `/calls`, it becomes `/fr/calls`. For server components (a client leaf gets its href ready).
 * A plain anchor, which `SoftNavigation` follows without reloading; nothing is fetched before the click.
 */
export function Link({ className = 'link', href, ...rest }: LinkProps) {
  return <a className={className} href={localHref(useLocale(), href)} data-soft="" {...rest} />;
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
