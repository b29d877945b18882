import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { CohortMark, cohortHue } from '@/components/ui/status';
import type { PersonRole } from '@/lib/people/queries';

/** What someone did, newest first: the role belongs to the challenge and the cohort, never to the person. */
export function RoleHistory({ roles }: { roles: PersonRole[] }) {
  const t = useTranslations('people');
  if (!roles.length) return null;
  return (
    <section aria-labelledby="roles" className="mt-8">
      <h2 id="roles">{t('page.roles')}</h2>
      <ul className="rows">
        {roles.map((role, index) => (
          <li key={index}>
            <span>
              <strong>{role.title || t(`roles.${role.kind}.one`)}</strong>
              {role.challenge ? (
                <span className="hint">
                  <Link href={`/challenges/${role.challenge.slug}`}>{role.challenge.title}</Link>
                </span>
              ) : null}
            </span>
            <span className="quiet">
              {role.cohort ? (
                <CohortMark hue={cohortHue(role.cohort.colour)}>
                  <Link href={`/cohorts/${role.cohort.slug}`}>{role.cohort.name}</Link>
                </CohortMark>
              ) : null}
              <RoleYears from={role.from} to={role.to} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** « 2018 – 2019 »: years are enough for a public page. */
function RoleYears({ from, to }: { from: string | null; to: string | null }) {
  const years = [...new Set([from, to].flatMap((date) => date?.slice(0, 4) ?? []))];
  return years.length ? <span className="figures ml-3">{years.join(' – ')}</span> : null;
}
