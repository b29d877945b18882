import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { type ApplicationFile, formBefore } from '@/lib/applications/queries';
import { inLanguage } from '@/lib/calls/shape';
import { diffForms, isSameForm } from '@/lib/calls/versions';
import type { Viewer } from '@/lib/viewer';

/** After the form changed under a draft: what is new, what changed, what is no longer asked. */
export async function WhatIsNew({ file, viewer }: { file: ApplicationFile; viewer: Viewer }) {
  if (file.movedFrom === null) return null;
  const before = await formBefore(viewer, file.call.id, file.movedFrom);
  const diff = before && diffForms(before, file.form.definition);
  if (!diff || isSameForm(diff)) return null;
  const [t, locale] = await Promise.all([getTranslations('applications.news'), getLocale()]);
  const lists = [
    { key: 'added', fields: diff.added },
    { key: 'changed', fields: diff.changed.map((one) => one.after) },
    { key: 'removed', fields: diff.removed },
  ] as const;
  return (
    <Notice tone="info" boxed title={t('title')}>
      <p>{t('text')}</p>
      {lists
        .filter((one) => one.fields.length > 0)
        .map((one) => (
          <div key={one.key} className="mt-3">
            <p className="font-semibold">{t(one.key, { count: one.fields.length })}</p>
            <ul className="list-disc ps-6">
              {one.fields.map((field) => (
                <li key={field.id}>{inLanguage(field.label, locale)}</li>
              ))}
            </ul>
          </div>
        ))}
    </Notice>
  );
}
