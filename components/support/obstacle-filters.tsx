import { useTranslations } from 'next-intl';
import { queryHref } from '@/components/ui/href';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { FAMILIES } from '@/lib/support/schema';

type Query = Record<string, string | undefined>;

/** State and family as links. */
export function ObstacleFilterLinks({ query }: { query: Query }) {
  const t = useTranslations('support');
  const link = (changes: Query) => `/obstacles${queryHref(query, changes)}`;
  const state = query.state ?? 'open';
  return (
    <>
      <FilterLinks
        label={t('obstacles.state')}
        options={[
          { href: link({ state: undefined }), label: t('obstacles.open'), current: state === 'open' },
          { href: link({ state: 'resolved' }), label: t('obstacles.resolved'), current: state === 'resolved' },
        ]}
      />
      <FilterLinks
        label={t('obstacles.family')}
        options={[
          { href: link({ family: undefined }), label: t('obstacles.all'), current: !query.family },
          ...FAMILIES.map((family) => ({
            href: link({ family }),
            label: t(`family.${family}`),
            current: query.family === family,
          })),
        ]}
      />
    </>
  );
}
