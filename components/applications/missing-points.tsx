import { getLocale, getNow, getTranslations } from 'next-intl/server';
import { errorSentences } from '@/components/calls/error-sentences';
import { Link } from '@/components/ui/link';
import { mayChange } from '@/lib/applications/policy';
import type { ApplicationFile } from '@/lib/applications/queries';
import { completenessOf } from '@/lib/calls/completeness';
import { Conditions } from '@/lib/calls/conditions';
import { ATTESTATIONS, inLanguage } from '@/lib/calls/shape';

/** What still stands in the way of sending, above the answers: each line leads to where it is mended. */
export async function MissingPoints({ file }: { file: ApplicationFile }) {
  const [t, now, locale] = await Promise.all([getTranslations('applications.submit'), getNow(), getLocale()]);
  const { definition } = file.form;
  if (!mayChange(file, now)) return null;
  const errors = completenessOf(definition, file.answers).errors.filter((one) => one.section !== ATTESTATIONS);
  const rules = new Conditions(definition, file.answers).ineligibilities();
  if (errors.length + rules.length === 0) return null;
  const sentences = await errorSentences(definition, errors);
  const sectionOf = (name: string) =>
    errors.find(({ path }) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`))?.section;
  return (
    <section aria-labelledby="missing" className="notice" data-tone="time" data-boxed="">
      <h2 id="missing">{t('missing', { count: errors.length })}</h2>
      <ul className="mt-3 list-disc ps-6">
        {Object.entries(sentences).map(([name, all]) =>
          all.map((sentence) => (
            <li key={`${name} ${sentence}`}>
              <Link href={`/my-applications/${file.id}/sections/${sectionOf(name)}?check=1`}>{sentence}</Link>
            </li>
          )),
        )}
        {rules.map((rule) => (
          <li key={rule.id}>{inLanguage(rule.message, locale)}</li>
        ))}
      </ul>
    </section>
  );
}
