import { useTranslations } from 'next-intl';
import { ExternalLink, Link } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import { hostOf, safeUrl } from '@/lib/people/links';
import type { OrganisationPage } from '@/lib/people/queries';

/** Where a body stands among the others. */
export function OrganisationFacts({ organisation }: { organisation: OrganisationPage }) {
  const t = useTranslations('people');
  const website = organisation.website && safeUrl(organisation.website);
  const items = [
    { key: 'kind', value: organisation.kind === 'other' ? null : t(`organisation.kinds.${organisation.kind}`) },
    {
      key: 'parent',
      value: organisation.parent && (
        <Link href={`/organisations/${organisation.parent.slug}`}>{organisation.parent.name}</Link>
      ),
    },
    {
      key: 'children',
      value: organisation.children.length > 0 && (
        <ul className="m-0 list-none p-0">
          {organisation.children.map((child) => (
            <li key={child.slug}>
              <Link href={`/organisations/${child.slug}`}>{child.name}</Link>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'website',
      value: website && (
        <ExternalLink href={website} hint={t('page.elsewhere')}>
          {hostOf(website)}
        </ExternalLink>
      ),
    },
  ];
  const shown = items.filter((item) => item.value);
  if (!shown.length) return null;
  return <SummaryList items={shown.map((item) => ({ ...item, label: t(`organisation.${item.key}`) }))} />;
}
