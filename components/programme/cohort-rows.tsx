import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { CohortMark, cohortHue, Status } from '@/components/ui/status';
import type { CohortCard } from '@/lib/programme/queries';

/** The cohorts as a register: each with its year and its numbers. */
export function CohortRows({ cohorts, base = '/cohorts' }: { cohorts: CohortCard[]; base?: string }) {
  const t = useTranslations('programme');
  return (
    <ul className="rows">
      {cohorts.map((cohort) => (
        <li key={cohort.slug} data-row-link="">
          <span>
            <CohortMark hue={cohortHue(cohort.colour)}>
              <Link className="row-link" href={`${base}/${cohort.slug}`}>
                {cohort.name}
              </Link>
            </CohortMark>
            {cohort.summary ? <span className="hint">{cohort.summary}</span> : null}
            {cohort.published ? null : <Status>{t('draft')}</Status>}
          </span>
          <span className="quiet figures">
            {[
              cohort.year === null ? null : String(cohort.year),
              t('count.challenges', { count: cohort.challenges }),
              t('count.fellows', { count: cohort.fellows }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
