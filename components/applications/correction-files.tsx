import { useLocale, useTranslations } from 'next-intl';
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
      <form
        key={field.id}
        method="post"
        encType="multipart/form-data"
        action={`/api/corrections/${correction.id}/files?${query}`}
        className="mt-10 border-t border-rule pt-6"
      >
        <label className="label" htmlFor={`add-${field.id}`}>
          {t('addFile', { question: inLanguage(field.label, locale) })}
        </label>
        <p className="help">
          {t('addFileHelp', {
            types: field.types.map((type) => type.toUpperCase()).join(', '),
            size: Math.round(field.maxBytes / 1_000_000),
          })}
        </p>
        <input
          className="control"
          type="file"
          id={`add-${field.id}`}
          name="file"
          required
          accept={field.types.map((type) => `.${type}`).join(',')}
        />
        <div className="btn-row">
          <button type="submit" className="btn" data-kind="secondary">
            {t('addFileSend')}
          </button>
        </div>
      </form>
    );
  });
}
