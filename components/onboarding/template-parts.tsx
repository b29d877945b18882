import { useLocale, useTranslations } from 'next-intl';
import { DueWords, PerWords } from '@/components/onboarding/item-property';
import { Arrange } from '@/components/ui/arrange';
import { Link } from '@/components/ui/link';
import type { TemplateView } from '@/lib/onboarding/queries/templates';
import { inLanguage, type SectionDefinition } from '@/lib/onboarding/schema';

/** The whole template: phases, their sections, what is to do in each. Every button is a plain submit of the form around. */
export function TemplateParts({ template }: { template: TemplateView }) {
  const t = useTranslations('onboarding.template');
  const locale = useLocale();
  const base = `/admin/onboarding/templates/${template.key}`;
  const { phases, sections } = template.definition;
  return (
    <div id="parts">
      <h2>{t('phases')}</h2>
      <ol className="builder">
        {phases.map((phase, index) => {
          const title = inLanguage(phase.title, locale);
          const used = sections.some((section) => section.phase === phase.key);
          return (
            <li key={phase.key} id={phase.key}>
              <div>{template.edits ? <Link href={`${base}/part?phase=${phase.key}`}>{title}</Link> : title}</div>
              {template.edits ? (
                <Arrange
                  kind="phase"
                  target={phase.key}
                  name={title}
                  first={index === 0}
                  last={index === phases.length - 1}
                  removable={!used && phases.length > 1}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      {sections.map((section, index) => (
        <section key={section.key} id={section.key} aria-labelledby={`title-${section.key}`} className="mt-10">
          <h2 id={`title-${section.key}`}>{inLanguage(section.title, locale)}</h2>
          <p className="quiet">
            {inLanguage(phases.find((phase) => phase.key === section.phase)?.title ?? section.title, locale)}
          </p>
          {template.edits ? (
            <p className="btn-row">
              <Link href={`${base}/part?section=${section.key}`}>{t('editSection')}</Link>
              <Arrange
                kind="section"
                target={section.key}
                name={inLanguage(section.title, locale)}
                first={index === 0}
                last={index === sections.length - 1}
                removable={section.items.length === 0 && sections.length > 1}
              />
            </p>
          ) : null}
          <Items section={section} template={template} base={base} />
        </section>
      ))}
    </div>
  );
}

function Items({ section, template, base }: { section: SectionDefinition; template: TemplateView; base: string }) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  return (
    <>
      {section.items.length === 0 ? <p className="my-3 text-ink-soft">{t('template.emptySection')}</p> : null}
      <ol className="builder">
        {section.items.map((item) => {
          const title = inLanguage(item.title, locale);
          return (
            <li key={item.key} id={item.key}>
              <div>
                {template.edits ? <Link href={`${base}/item?item=${item.key}`}>{title}</Link> : title}
                <span className="block font-normal text-ink-soft text-sm">
                  {t(`doer.${item.doer}`)} · <DueWords due={item.due} /> · <PerWords item={item} /> ·{' '}
                  {t(`template.kinds.${item.answer.kind}`)}
                  {item.blocking ? ` · ${t('template.blocking')}` : null}
                  {item.optional ? ` · ${t('template.optional')}` : null}
                </span>
              </div>
              {template.edits ? (
                <Arrange kind="item" target={item.key} name={title} first={false} last={false} removable />
              ) : null}
            </li>
          );
        })}
      </ol>
      {template.edits ? (
        <p className="mt-3">
          <Link href={`${base}/item?section=${section.key}`}>
            {t('template.addItem', { section: inLanguage(section.title, locale) })}
          </Link>
        </p>
      ) : null}
    </>
  );
}
