import { useTranslations } from 'next-intl';
import { Link } from './link';
import { pageNumbers } from './page-numbers';

type Props = { page: number; pageSize: number; total: number; href: (page: number) => string };

/** Which rows are shown out of how many, and the other pages as links. */
export function Pagination({ page, pageSize, total, href }: Props) {
  const t = useTranslations('ui.pagination');
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = Math.min(total, (page - 1) * pageSize + 1);
  const to = Math.min(total, page * pageSize);
  return (
    <nav className="pages" aria-label={t('label')}>
      <p className="quiet figures">{t('range', { from, to, total })}</p>
      {last > 1 ? (
        <ul>
          {page > 1 ? (
            <li>
              <Link href={href(page - 1)} rel="prev">
                {t('previous')}
              </Link>
            </li>
          ) : null}
          {pageNumbers(page, last).map((number, index) => (
            <li key={number ?? `gap-${index}`}>
              {number === null ? (
                <span aria-hidden="true">…</span>
              ) : number === page ? (
                <span aria-current="page">
                  <span className="hidden-text">{t('page')} </span>
                  {number}
                </span>
              ) : (
                <Link href={href(number)} aria-label={t('goTo', { number })}>
                  {number}
                </Link>
              )}
            </li>
          ))}
          {page < last ? (
            <li>
              <Link href={href(page + 1)} rel="next">
                {t('next')}
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </nav>
  );
}
