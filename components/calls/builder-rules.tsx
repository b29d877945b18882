import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { FormDefinition } from '@/lib/calls/form';
import { inLanguage } from '@/lib/calls/shape';

/** Rules on the answers: what makes a file ineligible, what contradicts. */
export function BuilderRules({ definition, slug }: { definition: FormDefinition; slug: string }) {
  const t = useTranslations('calls.builder');
  const locale = useLocale();
  const base = `/admin/calls/${slug}/form/rule`;
  return (['ineligibility', 'consistency'] as const).map((kind) => (
    <section
      key={kind}
      id={kind === 'ineligibility' ? 'rules' : undefined}
      aria-labelledby={`title-${kind}`}
      className="mt-10"
    >
      <h2 id={`title-${kind}`}>{t(`${kind}.title`)}</h2>
      <p>{t(`${kind}.help`)}</p>
      <ol className="builder">
        {definition[kind].map((rule) => (
          <li key={rule.id}>
            <div>
              <Link href={`${base}?kind=${kind}&id=${rule.id}`}>{inLanguage(rule.message, locale)}</Link>
              <span className="hint">
                <code>{rule.when}</code>
              </span>
            </div>
            <button
              className="btn"
              data-kind="quiet"
              data-size="small"
              type="submit"
              name="press"
              value={`remove_rule:${rule.id}`}
            >
              {t('remove')}
              <span className="hidden-text"> {inLanguage(rule.message, locale)}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="mt-3">
        <Link href={`${base}?kind=${kind}`}>{t(`${kind}.add`)}</Link>
      </p>
    </section>
  ));
}
