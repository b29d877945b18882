import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Conditions } from '@/lib/calls/conditions';
import type { FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { wholeWithoutWords } from '@/lib/calls/slim';
import { FormTrial } from './form-trial';
import { SectionFields } from './section-fields';

/**
 * The whole form with its real controls, to be tried: with scripts, questions and the rules of eligibility follow the
 * answers; without, every question is there. Nothing can be sent.
 */
export function FormPreview({ definition }: { definition: FormDefinition }) {
  const t = useTranslations('calls.preview');
  const locale = useLocale();
  const conditions = new Conditions(definition, {});
  return (
    <FormTrial definition={wholeWithoutWords(definition)}>
      {definition.sections.map((section) => (
        <section
          key={section.id}
          aria-labelledby={`preview-${section.id}`}
          className="mt-12"
          data-condition={section.showIf ? `section:${section.id}` : undefined}
          data-away={section.showIf && !conditions.showsSection(section) ? '' : undefined}
        >
          <h2 id={`preview-${section.id}`} className="mb-4">
            {inLanguage(section.title, locale)}
          </h2>
          {section.help ? <p className="mb-4">{inLanguage(section.help, locale)}</p> : null}
          <SectionFields definition={definition} fields={section.fields} answers={{}} preview />
        </section>
      ))}
      {definition.attestations.length > 0 ? (
        <section aria-labelledby="preview-attestations" className="mt-12">
          <h2 id="preview-attestations" className="mb-4">
            {t('attestations')}
          </h2>
          <SectionFields definition={definition} fields={definition.attestations} answers={{}} preview />
        </section>
      ) : null}
      <div role="status" className="mt-8">
        {definition.ineligibility.map((rule) => (
          <div key={rule.id} data-rule={rule.id} hidden>
            <Notice tone="bad" boxed title={t('ineligible')}>
              {inLanguage(rule.message, locale)}
            </Notice>
          </div>
        ))}
      </div>
    </FormTrial>
  );
}
