import { getTranslations } from 'next-intl/server';
import { SheetValueView } from '@/components/calls/sheet-value';
import { sheetWords } from '@/components/calls/sheet-words';
import { Details } from '@/components/ui/disclosure';
import type { Answers } from '@/lib/calls/answers';
import { Conditions } from '@/lib/calls/conditions';
import type { FormDefinition } from '@/lib/calls/form';
import { sheetEntry } from '@/lib/calls/sheet';
import { diffAnswers } from '@/lib/calls/versions';

type Version = { number: number; definition: FormDefinition; answers: Answers };

/** Question by question, what one version says differently from another. */
export async function VersionChanges({ before, after }: { before: Version; after: Version }) {
  const [t, form, words] = await Promise.all([
    getTranslations('applications.changes'),
    getTranslations('form'),
    sheetWords(),
  ]);
  const changes = diffAnswers(before, after);
  const [old, now] = [before, after].map((one) => new Conditions(one.definition, one.answers)) as [
    Conditions,
    Conditions,
  ];
  return (
    <Details summary={t('title', { count: changes.length, number: before.number })} open wide>
      {changes.map((change) => {
        const [was, is] = [
          sheetEntry(old, change.field, change.before, words),
          sheetEntry(now, change.field, change.after, words),
        ];
        return (
          <section key={change.field.id} className="mb-6">
            <h2 className="text-lg">{is.label}</h2>
            <dl className="compare">
              <div>
                <dt>{t('version', { number: before.number })}</dt>
                <dd>
                  <SheetValueView value={was.value} none={form('none')} />
                </dd>
              </div>
              <div>
                <dt>{t('version', { number: after.number })}</dt>
                <dd>
                  <SheetValueView value={is.value} none={form('none')} />
                </dd>
              </div>
            </dl>
          </section>
        );
      })}
    </Details>
  );
}
