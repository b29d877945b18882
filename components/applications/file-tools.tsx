import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';

/** Other pages about a file. */
export function FileTools({ id }: { id: string }) {
  const t = useTranslations();
  return (
    <section aria-label={t('call-tools.file.title')} className="mt-8">
      <ul className="rows">
        <li>
          <Link href={`/admin/applications/${id}/similar`}>{t('similar.link')}</Link>
        </li>
        <li>
          <Link href={`/admin/applications/${id}/mails`}>{t('mailing.log.link')}</Link>
        </li>
      </ul>
    </section>
  );
}
