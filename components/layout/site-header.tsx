import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { localHref } from '@/components/ui/href';
import { NavLinks } from '@/components/ui/nav-links';
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
            <NavLinks entries={items.map((item) => ({ ...item, href: localHref(locale, item.href) }))} />
            {end ? <ul className="end">{end}</ul> : null}
          </nav>
        </details>
      </div>
    </header>
  );
}
