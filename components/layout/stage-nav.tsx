import { useLocale, useTranslations } from 'next-intl';
import { localHref } from '@/components/ui/href';
import { NavLinks } from '@/components/ui/nav-links';
import { CohortMark } from '@/components/ui/status';

export type Stage = {
  key: string;
  href: string;
  label: string;
  time: 'past' | 'now' | 'future';
  /** « jusqu’au 18 mars » */
  when?: string;
};
export type CohortChoice = { slug: string; name: string; hue: number; current?: boolean };
type Choose = (data: FormData) => Promise<void>;
type Props = {
  cohorts: CohortChoice[];
  choose: Choose;
  stages: Stage[];
  places: { href: string; label: string }[];
};

/** The coordination's spine: which cohort, where it is in its year, and the places that belong to no stage. */
export function StageNav({ cohorts, choose, stages, places }: Props) {
  const t = useTranslations('layout.side');
  const locale = useLocale();
  const current = cohorts.find((cohort) => cohort.current);
  const entries = stages.map(({ href, label, time, when }) => ({
    ...{ href: localHref(locale, href), label, when },
    time: { is: time, said: t(time) },
  }));
  return (
    <div className="side" data-cohort={current?.hue}>
      <details>
        <summary>{t('open')}</summary>
        <nav aria-label={t('label')}>
          <CohortSwitch cohorts={cohorts} choose={choose} />
          <NavLinks ordered className="stages" entries={entries} />
          <p className="side-title">{t('programme')}</p>
          <NavLinks
            entries={places.map(({ href, label }) => ({ href: localHref(locale, href), label }))}
            among={entries.map(({ href }) => href)}
          />
        </nav>
      </details>
    </div>
  );
}

/** Buttons of one form: the choice is kept from page to page, and needs no script. */
function CohortSwitch({ cohorts, choose }: { cohorts: CohortChoice[]; choose: Choose }) {
  const t = useTranslations('layout.side');
  const current = cohorts.find((cohort) => cohort.current);
  return (
    <details className="cohort-switch">
      <summary>
        {current ? <CohortMark hue={current.hue}>{current.name}</CohortMark> : t('chooseCohort')}
        <span className="when">{t('change')}</span>
      </summary>
      <form action={choose}>
        <ul>
          {cohorts.map((cohort) => (
            <li key={cohort.slug}>
              <button
                type="submit"
                name="cohort"
                value={cohort.slug}
                aria-current={cohort.current ? 'true' : undefined}
              >
                <CohortMark hue={cohort.hue}>{cohort.name}</CohortMark>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </details>
  );
}

/** Page and its side navigation, side by side when there is room. */
export function Shell({ side, children }: { side: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="shell">
      {side}
      {children}
    </div>
  );
}
