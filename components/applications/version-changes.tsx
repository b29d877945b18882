import { useLocale, useTranslations } from 'next-intl';
import { AnswerView } from '@/components/calls/answer-view';
import { Details } from '@/components/ui/disclosure';
import type { Answers } from '@/lib/calls/answers';
import type { FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { diffAnswers } from '@/lib/calls/versions';

/** Question by question, what the next version says differently. */
export function VersionChanges({
  definition,
  before,
  after,
}: {
  definition: FormDefinition;
  before: Answers;
  after: Answers;
}) {
  const t = useTranslations('applications.changes');
  const locale = useLocale();
  const changes = diffAnswers(definition, before, after);
  return (
    <Details summary={t('title', { count: changes.length })} open wide>
      {changes.map(({ field, before: old, after: now }) => (
        <section key={field.id} className="mb-4">
          <h3>{inLanguage(field.label, locale)}</h3>
          <dl className="compare">
            <div>
              <dt>{t('before')}</dt>
              <dd>
                <AnswerView field={field} answer={old} />
              </dd>
            </div>
            <div>
              <dt>{t('after')}</dt>
              <dd>
                <AnswerView field={field} answer={now} />
              </dd>
            </div>
          </dl>
        </section>
      ))}
    </Details>
  );
}
