import { useTranslations } from 'next-intl';

/** The form as an applicant sees it, in each language. */
export function PreviewLinks({ slug }: { slug: string }) {
  const t = useTranslations('calls.builder');
  return (
    <p className="my-4">
      {t('preview')}{' '}
      <a className="link" href={`/fr/calls/${slug}/form`} hrefLang="fr">
        {t('inFrench')}
      </a>
      {', '}
      <a className="link" href={`/en/calls/${slug}/form`} hrefLang="en">
        {t('inEnglish')}
      </a>
    </p>
  );
}
