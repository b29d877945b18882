import { useLocale, useTranslations } from 'next-intl';
import { AttachedFiles } from '@/components/calls/attached-files';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { UploadForm } from '@/components/ui/upload-form';
import { detachAction } from '@/lib/support/actions/resources';
import { ATTACHMENTS } from '@/lib/support/attachments';
import type { Attachment } from '@/lib/support/queries/attachments';
import type { ResourceView } from '@/lib/support/queries/resources';

const REFUSALS = ['no_file', 'empty_file', 'file_too_big', 'file_type', 'too_many_files'] as const;
type Props = { resource: ResourceView; files: Attachment[]; refused: string; edits: boolean };

/** The files that come with a resource: a form to fill in, a letter to copy. */
export function ResourceFiles({ resource, files, refused, edits }: Props) {
  const t = useTranslations('support');
  const locale = useLocale();
  if (files.length === 0 && !edits) return null;
  const reason = REFUSALS.find((one) => one === refused);
  const types = ATTACHMENTS.types.join(', ').toUpperCase();
  const heaviest = Math.round(ATTACHMENTS.maxBytes / 1_000_000);
  const words = { types, max: reason === 'too_many_files' ? ATTACHMENTS.most : heaviest };
  return (
    <section aria-labelledby="files" className="mt-8">
      <h2 id="files">{t('files.title')}</h2>
      {reason ? (
        <div role="alert">
          <Notice tone="bad">{t(`refusals.${reason}`, words)}</Notice>
        </div>
      ) : null}
      <AttachedFiles
        files={files}
        href={(file) => `/api/support/files/${file.id}`}
        acts={(file) =>
          edits ? (
            <ActionForm
              action={detachAction}
              hidden={{ slug: resource.slug, fileId: file.id }}
              className="print:hidden"
            >
              <SubmitButton kind="quiet" size="small" aria-label={`${t('files.remove')} : ${file.name}`}>
                {t('files.remove')}
              </SubmitButton>
            </ActionForm>
          ) : null
        }
      />
      {edits && files.length < ATTACHMENTS.most ? (
        <UploadForm
          action={`/api/support/resources/${resource.slug}/files?locale=${locale}`}
          required
          label={t('files.add')}
          help={t('files.addHelp', { types, max: heaviest })}
          accept={ATTACHMENTS.types.map((type) => `.${type}`).join(',')}
          send={t('files.send')}
        />
      ) : null}
    </section>
  );
}
