import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';

/** Four tiles, no two alike, one page: a cohort. */
export function Brand({ href = '/' }: { href?: string }) {
  const t = useTranslations('layout');
  return (
    <Link className="brand" href={href}>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <path
          fill="currentColor"
          d="M0 13V0h13a13 13 0 01-13 13zM28 6.5a6.5 6.5 0 11-13 0 6.5 6.5 0 0113 0zM0 15h13v13H0zM15 28a13 13 0 0113-13v13z"
        />
      </svg>
      {t('product')}
    </Link>
  );
}
