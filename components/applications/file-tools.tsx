import { getLocale, getTranslations } from 'next-intl/server';
import { ImportedFrom } from '@/components/exchange/imported-from';
import { Link } from '@/components/ui/link';
import type { Similar } from '@/lib/applications/queries/similar';
import type { Viewer } from '@/lib/viewer';
import { SimilarAside } from './similar-aside';

/** What resembles a file, and the other pages about it. */
export async function FileTools({ viewer, id, similar }: { viewer: Viewer; id: string; similar: Similar[] }) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  return (
    <>
      <SimilarAside id={id} similar={similar} />
      <ImportedFrom viewer={viewer} id={id} />
      <section aria-label={t('call-tools.file.title')} className="mt-8">
        <ul className="rows">
          <li>
            <a href={`/${locale}/admin/applications/${id}/zip`}>{t('archives.zip')}</a>
          </li>
          <li>
            <Link href={`/admin/applications/${id}/similar`}>{t('similar.link')}</Link>
          </li>
          <li>
            <Link href={`/admin/applications/${id}/mails`}>{t('mailing.log.link')}</Link>
          </li>
        </ul>
      </section>
    </>
  );
}
