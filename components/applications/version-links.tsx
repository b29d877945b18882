import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { ApplicationFile } from '@/lib/applications/queries';

/** The receipt of this version as a PDF, and the other versions it may be compared with. */
export function VersionLinks({ file, number, other }: { file: ApplicationFile; number: number; other?: number }) {
  const t = useTranslations('applications');
  const locale = useLocale();
  const address = `/my-applications/${file.id}/versions/${number}`;
  const others = file.submissions.filter((one) => one.number !== number && one.number !== other);
  return (
    <>
      <p>
        <a className="link" href={`/${locale}${address}/pdf`}>
          {t('receipt.pdf')}
        </a>
      </p>
      {others.length > 0 ? (
        <p>
          {t('changes.compare')}{' '}
          {others.map((one, index) => (
            <span key={one.id}>
              {index > 0 ? ', ' : null}
              <Link href={`${address}?with=${one.number}`}>{t('changes.other', { number: one.number })}</Link>
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}
