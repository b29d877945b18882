import { useLocale, useTranslations } from 'next-intl';

/** A plain form: the archive is streamed by its own handler, with or without scripts. */
export function UploadForm() {
  const t = useTranslations('exchange.upload');
  const locale = useLocale();
  return (
    <form method="post" encType="multipart/form-data" action={`/api/imports?locale=${locale}`}>
      <div className="field">
        <label className="label" htmlFor="archive">
          {t('label')}
        </label>
        <p className="help" id="archive-help">
          {t('help')}
        </p>
        <input
          className="control"
          type="file"
          id="archive"
          name="archive"
          accept=".zip,application/zip"
          aria-describedby="archive-help"
        />
      </div>
      <button className="btn" type="submit" data-kind="primary">
        {t('send')}
      </button>
    </form>
  );
}
