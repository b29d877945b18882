import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import type { ManagedRole } from '@/lib/challenges/queries/managed';

/** Mentors and coaches of a challenge; `end` draws what ends a role. */
export function Mentors({ roles, end }: { roles: ManagedRole[]; end: (role: ManagedRole) => ReactNode }) {
  const t = useTranslations('people');
  const words = useTranslations('challenges.admin');
  if (!roles.length) return <p className="quiet my-3">{words('noMentor')}</p>;
  return (
    <ul className="rows">
      {roles.map((role) => (
        <li key={role.id}>
          <span>
            <Link href={`/admin/people/${role.slug}`}>{role.name}</Link>
            <span className="hint">
              {[t(`roles.${role.kind}.one`), role.from, role.to && words('until', { date: role.to })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {role.to ? null : end(role)}
        </li>
      ))}
    </ul>
  );
}
