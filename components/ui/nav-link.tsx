'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type Props = {
  /** Already carries the language. */
  href: string;
  exact?: boolean;
  /** Other links of the same navigation: when one of them is nearer to the open page, this one is not marked. */
  nearer?: string[];
  children: ReactNode;
};

const holds = (href: string, pathname: string) => pathname === href || pathname.startsWith(`${href}/`);

/** A link of the navigation, marked when its page, or one under it, is open. */
export function NavLink({ href, exact, nearer = [], children }: Props) {
  const pathname = usePathname();
  const here = pathname === href;
  const under = !exact && holds(href, pathname) && !nearer.some((other) => holds(other, pathname));
  return (
    <a href={href} data-soft="" aria-current={here ? 'page' : under ? 'true' : undefined}>
      {children}
    </a>
  );
}
