import { getLocale, getTranslations } from 'next-intl/server';
import { SheetValueView } from '@/components/calls/sheet-value';
import { sheetWords } from '@/components/calls/sheet-words';
import { Details } from '@/components/ui/disclosure';
import { type ApplicationFile, formBefore } from '@/lib/applications/queries';
import { Conditions } from '@/lib/calls/conditions';
import type { Field } from '@/lib/calls/form';
import { findField, inLanguage } from '@/lib/calls/shape';
import { sheetEntry } from '@/lib/calls/sheet';
import type { Viewer } from '@/lib/viewer';

/** What was answered is shown whatever its conditions would say today. */
const always = (field: Field): Field =>
  field.type === 'group' ? { ...field, fields: field.fields.map((one) => ({ ...one, showIf: undefined })) } : field;

/** Answers the form no longer takes: kept, read as the version that asked for them would, to be copied elsewhere. */
export async function KeptAnswers({ file, viewer }: { file: ApplicationFile; viewer: Viewer }) {
  if (file.kept.length === 0) return null;
  const [t, form, locale, words] = await Promise.all([
    getTranslations('applications.kept'),
    getTranslations('form'),
    getLocale(),
    sheetWords(),
  ]);
  const numbers = [...new Set(file.kept.map((one) => one.formNumber))];
  const versions = new Map(
    await Promise.all(numbers.map(async (one) => [one, await formBefore(viewer, file.call.id, one)] as const)),
  );
  return (
    <Details summary={t('title', { count: file.kept.length })}>
      <p>{t('text')}</p>
      <dl className="summary">
        {file.kept.map((one) => {
          const definition = versions.get(one.formNumber);
          const field = definition && findField(definition, one.id);
          if (!definition || !field) return null;
          const { value } = sheetEntry(new Conditions(definition, {}), always(field), one.answer, words);
          return (
            <div key={`${one.id} ${one.formNumber}`}>
              <dt>{inLanguage(one.label, locale)}</dt>
              <dd>
                <SheetValueView value={value} none={form('none')} />
              </dd>
            </div>
          );
        })}
      </dl>
    </Details>
  );
}
