import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { FilePicker } from '@/components/calls/file-picker';
import { Details } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import type { PendingUpload } from '@/lib/applications/queries/attachments';
import { MESSAGE_FILE_BYTES } from '@/lib/applications/schema';
import { FILE_TYPES } from '@/lib/calls/shape';

type Props = {
  applicationId: string;
  side: 'team' | 'applicant';
  refused: unknown;
  /** The one that stopped on the way. */
  stopped: PendingUpload | null;
};

/** A file with a few words: in pieces beside a small form of its own, which works without scripts; what was refused last. */
export function MessageFile({ applicationId, side, refused, stopped }: Props) {
  const t = useTranslations('correspondence.messages');
  const file = useTranslations('calls.fields');
  const format = useFormatter();
  const locale = useLocale();
  const key = `refusals.${refused}` as 'refusals.file_type';
  const why = typeof refused === 'string' && t.has(key) ? t(key) : null;
  const url = `/api/messages/${applicationId}`;
  return (
    <>
      {why ? <Notice tone="bad" boxed title={why} /> : null}
      <Details summary={t('attach')} open={why !== null}>
        <form
          id="upload-message"
          method="post"
          encType="multipart/form-data"
          action={`${url}?${new URLSearchParams({ side, locale })}`}
        >
          <label className="label" htmlFor="message-file-words">
            {t('fileWords')}
          </label>
          <textarea className="control" id="message-file-words" name="body" rows={2} maxLength={5000} />
          <FilePicker
            url={`${url}/uploads?field=message`}
            field="message"
            locale={locale}
            accept={FILE_TYPES.map((type) => `.${type}`).join(',')}
            maxBytes={MESSAGE_FILE_BYTES}
            stopped={
              stopped
                ? {
                    text: file('stopped', {
                      name: stopped.name,
                      percent: format.number(stopped.received / stopped.size, { style: 'percent' }),
                    }),
                    address: `${url}/uploads/${stopped.id}`,
                  }
                : undefined
            }
            labels={{
              choose: t('file'),
              help: t('fileHelp', { types: FILE_TYPES.map((type) => type.toUpperCase()).join(', ') }),
              none: file('noFile'),
              send: t('fileSend'),
              sending: file('sendingFile'),
              failed: file('fileFailed'),
              tooBig: t('refusals.file_too_big'),
              retry: file('retry'),
              giveUp: file('giveUp'),
              done: t('fileDone'),
            }}
          />
        </form>
      </Details>
    </>
  );
}
