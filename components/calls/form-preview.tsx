import { useLocale } from 'next-intl';
import type { FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';
import { SectionFields } from './section-fields';

/** Every section with its real controls, conditional questions included; there is no form around them to send. */
export function FormPreview({ definition }: { definition: FormDefinition }) {
  const locale = useLocale();
  return definition.sections.map((section) => (
    <section key={section.id} aria-labelledby={`preview-${section.id}`} className="mt-12">
      <h2 id={`preview-${section.id}`} className="mb-4">
        {inLanguage(section.title, locale)}
      </h2>
      {section.help ? <p className="mb-4">{inLanguage(section.help, locale)}</p> : null}
      <SectionFields definition={definition} fields={section.fields} answers={{}} preview />
    </section>
  ));
}
