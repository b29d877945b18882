import { getLocale, getTranslations } from 'next-intl/server';
import { UploadForms } from '@/components/calls/upload-forms';
import type { FormState } from '@/components/ui/form-state';
import { fileScans, pendingUploads } from '@/lib/applications/queries/attachments';
import type { MyCorrection } from '@/lib/applications/queries/corrections';
import type { Viewer } from '@/lib/viewer';
import { CorrectionForm } from './correction-form';

type Props = { viewer: Viewer; correction: MyCorrection; initialState?: FormState; kept: string };

/** The answers to correct with their files: those come in pieces beside the form, and without scripts by small forms of their own. */
export async function CorrectionWithFiles({ viewer, correction, initialState, kept }: Props) {
  const { id, file, fields } = correction;
  const files = fields.some((one) => one.type === 'file');
  const [t, locale, scans, stopped] = await Promise.all([
    getTranslations('correspondence.corrections'),
    getLocale(),
    files ? fileScans(viewer, file.id) : {},
    files ? pendingUploads(viewer, file.id, id) : [],
  ]);
  const attaching = { url: `/api/corrections/${id}/uploads`, scans, stopped };
  return (
    <>
      {files ? (
        <noscript>
          <p className="help">{t('saveFirst')}</p>
        </noscript>
      ) : null}
      <CorrectionForm {...{ correction, initialState, attaching, kept }} />
      <UploadForms fields={fields} action={`/api/corrections/${id}/files`} query={{ locale, application: file.id }} />
    </>
  );
}
