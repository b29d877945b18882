import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { localHref } from '@/components/ui/href';
import { NavLink } from '@/components/ui/nav-link';
import { Brand } from './brand';

export type NavItem = { href: string; label: string; exact?: boolean };

/** A quiet bar: the name, a few places, and who one is. Under 56rem the places fold into a menu that needs no script. */
export function SiteHeader({ items, end, home = '/' }: { items: NavItem[]; end?: ReactNode; home?: string }) {
  const t = useTranslations('layout');
  const locale = useLocale();
  return (
    <header className="site-header">
      <div className="wrap">
        <Brand href={home} />
        <details className="site-menu">
          <summary>{t('menu')}</summary>
          <nav className="site-nav" aria-label={t('mainNav')}>
            <ul>
              {items.map((item) => (
                <li key={item.href}>
                  <NavLink href={localHref(locale, item.href)} exact={item.exact}>
                    {item.label}
                  </NavLink>
                </li>
              ))}
            </ul>
            {end ? <ul className="end">{end}</ul> : null}
          </nav>
        </details>
      </div>
    </header>
  );
}
