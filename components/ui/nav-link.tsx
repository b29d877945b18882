'use client';
import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the navigation, marked when its page, or one under it, is open. `href` already carries the language. */
export function NavLink({ href, exact, children }: { href: string; exact?: boolean; children: ReactNode }) {
  const pathname = usePathname();
  const here = pathname === href;
  const under = !exact && pathname.startsWith(`${href}/`);
  return (
    <NextLink href={href} prefetch={false} aria-current={here ? 'page' : under ? 'true' : undefined}>
      {children}
    </NextLink>
  );
}
