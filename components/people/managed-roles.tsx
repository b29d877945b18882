import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Status } from '@/components/ui/status';
import { SummaryList } from '@/components/ui/summary-list';
import type { ManagedPerson } from '@/lib/people/queries/managed';
import { EndRole } from './role-form';

/** Every role of someone, ended ones too; open ones can be ended. */
export function ManagedRoles({ person }: { person: ManagedPerson }) {
  const t = useTranslations('people');
  if (!person.roles.length) return <p className="quiet">{t('admin.noRole')}</p>;
  return (
    <ul className="rows">
      {person.roles.map((role) => (
        <li key={role.id}>
          <span>
            <strong>{t(`roles.${role.kind}.one`)}</strong>{' '}
            {role.challenge ? (
              <Link href={`/admin/challenges/${role.challenge.slug}/team`}>{role.challenge.title}</Link>
            ) : null}
            <span className="hint">
              {[
                role.cohort ?? t('admin.everyCohort'),
                role.from && t('admin.since', { date: role.from }),
                role.to && t('admin.until', { date: role.to }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {role.open ? (
            <EndRole roleId={role.id} name={t(`roles.${role.kind}.one`)} back={`/admin/people/${person.slug}`} />
          ) : (
            <Status>{t('admin.ended')}</Status>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the coordination knows of someone. */
export function PersonFacts({ person }: { person: ManagedPerson }) {
  const t = useTranslations('people');
  const facts = {
    email: person.email ?? t('admin.noEmail'),
    visibility: t(`visibility.${person.visibility}`),
    organisations: person.organisations.map(({ name }) => name).join(', ') || '–',
  };
  return (
    <SummaryList
      items={Object.entries(facts).map(([key, value]) => ({ key, label: t(`admin.columns.${key}`), value }))}
    />
  );
}
