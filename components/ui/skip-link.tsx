import { useTranslations } from 'next-intl';

/** First stop of the keyboard: straight to the content. */
export function SkipLink() {
  const t = useTranslations('ui');
  return (
    <a className="skip" href="#main">
      {t('skip')}
    </a>
  );
}
