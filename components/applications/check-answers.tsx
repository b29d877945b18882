import { useLocale, useTranslations } from 'next-intl';
import { AnswerView } from '@/components/calls/answer-view';
import { fieldId } from '@/components/ui/form-state';
import { SummaryList } from '@/components/ui/summary-list';
import type { Answers } from '@/lib/calls/answers';
import { Conditions } from '@/lib/calls/conditions';
import type { FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';

type Props = {
  definition: FormDefinition;
  answers: Answers /** Where answers are changed; absent when they are only read. */;
  home?: string;
};

/** Check your answers: every question asked, its answer, the link that changes it. */
export function CheckAnswers({ definition, answers, home }: Props) {
  const t = useTranslations('applications.check');
  const locale = useLocale();
  const conditions = new Conditions(definition, answers);
  return definition.sections
    .filter((section) => conditions.showsSection(section))
    .map((section) => (
      <section key={section.id} aria-labelledby={`section-${section.id}`} className="mt-10">
        <h2 id={`section-${section.id}`}>{inLanguage(section.title, locale)}</h2>
        <SummaryList
          items={section.fields
            .filter((field) => conditions.shows(field))
            .map((field) => {
              const label = inLanguage(field.label, locale);
              return {
                key: field.id,
                label,
                value: <AnswerView field={field} answer={conditions.answer(field.id)} />,
                change: home
                  ? { href: `${home}/sections/${section.id}#${fieldId(field.id)}`, label: t('change'), of: label }
                  : undefined,
              };
            })}
        />
      </section>
    ));
}
