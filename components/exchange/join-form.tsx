import { useLocale, useTranslations } from 'next-intl';

const FOLDER = { webkitdirectory: '' };

/** A plain form: a ZIP, files or a whole folder, streamed by their own handler, with or without scripts. */
export function JoinForm({ slug, importId }: { slug: string; importId: string }) {
  const t = useTranslations('intake-import.attachments.bring');
  const locale = useLocale();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="mt-6"
      action={`/api/files-imports/${importId}/attachments?call=${encodeURIComponent(slug)}&locale=${locale}`}
    >
      <p>{t('why')}</p>
      <div className="field mt-6">
        <label className="label" htmlFor="bring-files">
          {t('files')}
        </label>
        <p className="help" id="bring-files-help">
          {t('filesHelp')}
        </p>
        <input
          className="control"
          type="file"
          id="bring-files"
          name="files"
          multiple
          aria-describedby="bring-files-help"
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="bring-folder">
          {t('folder')}
        </label>
        <input className="control" type="file" id="bring-folder" name="folder" multiple {...FOLDER} />
      </div>
      <button className="btn" type="submit" data-kind="primary">
        {t('send')}
      </button>
    </form>
  );
}
