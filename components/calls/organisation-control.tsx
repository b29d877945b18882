import { useTranslations } from 'next-intl';
import type { Parts } from '@/lib/calls/answers';
import { OrganisationSearch } from './organisation-search';

/** An administration: known ones are offered while one types; any other is written as it is, with its parent. */
export function OrganisationControl({ name, parts, required }: { name: string; parts: Parts; required: boolean }) {
  const t = useTranslations('calls.fields');
  const all = useTranslations('calls.fields.parts');
  return (
    <OrganisationSearch
      name={name}
      parts={parts}
      required={required}
      labels={{
        help: t('organisationHelp'),
        chosen: t.raw('chosen') as string,
        name: all('name'),
        siret: all('siret'),
        parent: all('parent'),
        known: parts.id ? t('chosen', { name: parts.name ?? '' }) : '',
        none: t('found', { count: 0 }),
        one: t('found', { count: 1 }),
        many: t('found', { count: 7 }).replace('7', '{count}'),
      }}
    />
  );
}
