import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
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
  const format = await getFormatter();
  const lists = [
    { key: 'added', fields: diff.added },
    { key: 'changed', fields: diff.changed.map((one) => one.after) },
    { key: 'removed', fields: diff.removed },
  ] as const;
  /** What of a question changed: "its limits and the answers offered". */
  const whatOf = (id: string) => {
    const what = diff.changed.find((one) => one.id === id)?.what ?? [];
    return what.length > 0 ? ` (${format.list(what.map((one) => t(`what.${one}`)))})` : '';
  };
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
                <li key={field.id}>
                  {inLanguage(field.label, locale)}
                  {one.key === 'changed' ? whatOf(field.id) : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Notice>
  );
}
