import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { FILE_TYPES } from '@/lib/calls/shape';

type Props = { applicationId: string; side: 'team' | 'applicant'; refused: unknown };

/** A file with a few words, sent by a plain form; what was refused last, and why. */
export function MessageFile({ applicationId, side, refused }: Props) {
  const t = useTranslations('correspondence.messages');
  const key = `refusals.${refused}` as 'refusals.file_type';
  const why = typeof refused === 'string' && t.has(key) ? t(key) : null;
  return (
    <>
      {why ? <Notice tone="bad" boxed title={why} /> : null}
      <Details summary={t('attach')} open={why !== null}>
        <form
          method="post"
          encType="multipart/form-data"
          action={`/api/messages/${applicationId}?${new URLSearchParams({ side, locale: useLocale() })}`}
        >
          <label className="label" htmlFor="message-file">
            {t('file')}
          </label>
          <p className="help">{t('fileHelp', { types: FILE_TYPES.map((type) => type.toUpperCase()).join(', ') })}</p>
          <input
            className="control"
            type="file"
            id="message-file"
            name="file"
            required
            accept={FILE_TYPES.map((type) => `.${type}`).join(',')}
          />
          <label className="label mt-4 block" htmlFor="message-file-words">
            {t('fileWords')}
          </label>
          <textarea className="control" id="message-file-words" name="body" rows={2} maxLength={5000} />
          <div className="btn-row">
            <button type="submit" className="btn" data-kind="secondary">
              {t('fileSend')}
            </button>
          </div>
        </form>
      </Details>
    </>
  );
}
