import { useLocale, useTranslations } from 'next-intl';

/** A plain form: the file is streamed by its own handler, with or without scripts. */
export function FilesUpload({ slug }: { slug: string }) {
  const t = useTranslations('intake-import.upload');
  const locale = useLocale();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/api/files-imports?call=${encodeURIComponent(slug)}&locale=${locale}`}
    >
      <div className="field">
        <label className="label" htmlFor="files">
          {t('label')}
        </label>
        <p className="help" id="files-help">
          {t('help')}
        </p>
        <input
          className="control"
          type="file"
          id="files"
          name="files"
          accept=".json,.csv,application/json,text/csv"
          aria-describedby="files-help"
        />
      </div>
      <button className="btn" type="submit" data-kind="primary">
        {t('send')}
      </button>
    </form>
  );
}
