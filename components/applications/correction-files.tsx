import { useLocale, useTranslations } from 'next-intl';
import { UploadForm } from '@/components/ui/upload-form';
import type { MyCorrection } from '@/lib/applications/queries/corrections';
import type { StoredFile } from '@/lib/calls/answers';
import { inLanguage } from '@/lib/calls/shape';

/** Where files are added to a correction, one form a question: what was written above is to be kept first. */
export function CorrectionFiles({ correction }: { correction: MyCorrection }) {
  const t = useTranslations('correspondence.corrections');
  const locale = useLocale();
  const fields = correction.fields.filter((field) => field.type === 'file');
  return fields.map((field) => {
    const files = (correction.start[field.id] as StoredFile[] | undefined) ?? [];
    if (field.type !== 'file' || files.length >= field.max) return null;
    const query = new URLSearchParams({ field: field.id, locale, application: correction.file.id });
    return (
      <div key={field.id} className="mt-10 border-rule border-t pt-6">
        <UploadForm
          action={`/api/corrections/${correction.id}/files?${query}`}
          required
          id={`add-${field.id}`}
          label={t('addFile', { question: inLanguage(field.label, locale) })}
          help={t('addFileHelp', {
            types: field.types.map((type) => type.toUpperCase()).join(', '),
            size: Math.round(field.maxBytes / 1_000_000),
          })}
          accept={field.types.map((type) => `.${type}`).join(',')}
          send={t('addFileSend')}
        />
      </div>
    );
  });
}
