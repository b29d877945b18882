import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { formProblems, untranslated } from '@/lib/calls/coherence';
import type { FormDefinition } from '@/lib/calls/form';
import { placeOf } from '@/lib/calls/form-places';

type Props = { definition: FormDefinition; slug: string };

/** What stands between this form and its publication, then what has no English; each line leads to its cause. */
export function BuilderProblems({ definition, slug }: Props) {
  const t = useTranslations('calls.problems');
  const faults = useTranslations('calls.faults');
  const problems = formProblems(definition, { publishing: true });
  const missing = untranslated(definition);
  return (
    <>
      {problems.length > 0 ? (
        <Notice tone="time" boxed title={t('title', { count: problems.length })}>
          <ul className="mt-2 list-disc ps-6">
            {problems.map((one) => (
              <li key={`${one.path} ${one.reason}`}>
                <PlaceLink definition={definition} slug={slug} path={one.path} />
                {one.fault ? faults(one.fault, { at: (one.at ?? 0) + 1, found: one.found ?? '' }) : t(one.reason)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {missing.length > 0 ? (
        <Details summary={t('untranslated', { count: missing.length })}>
          <p>{t('untranslatedText')}</p>
          <ul className="list-disc ps-6">
            {[...new Set(missing.map((path) => path.replace(/\.options\..+$/, '.options')))].map((path) => (
              <li key={path}>
                <PlaceLink definition={definition} slug={slug} path={path} />
                {t(`words.${wordsOf(path)}`)}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

const WORDS = ['label', 'title', 'help', 'example', 'unit', 'rowLabel', 'message', 'options'] as const;
const wordsOf = (path: string) => WORDS.find((one) => path.endsWith(`.${one}`)) ?? 'label';

function PlaceLink({ definition, slug, path }: Props & { path: string }) {
  const t = useTranslations('ui.client');
  const { label, query } = placeOf(definition, path, useLocale());
  if (!path) return null;
  return (
    <>
      {query ? <Link href={`/admin/calls/${slug}/form/${query}`}>{label}</Link> : <code>{path}</code>}
      {`${t('colon')} `}
    </>
  );
}
