import { useTranslations } from 'next-intl';
import { Link } from './link';

export type Crumb = { label: string; href?: string };

/** From the front door to here; the last one is the page itself. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const t = useTranslations('ui');
  if (!items.length) return null;
  return (
    <nav className="breadcrumbs" aria-label={t('breadcrumbs')}>
      <ol>
        {items.map((item, index) => (
          <li key={`${index} ${item.label}`}>
            {item.href && index < items.length - 1 ? (
              <Link href={item.href} data-back="">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
