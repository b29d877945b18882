import { useTranslations } from 'next-intl';
import { FilterLinks } from '@/components/ui/tabs-nav';

const PLACES = ['applications', 'workload', 'drafts', 'organisations', 'examination'] as const;
type Props = { path: string; current: (typeof PLACES)[number]; drafts?: number };

/** What there is to see of a call's files: the board, who has how many, drafts, and how they are examined. */
export function IntakePlaces({ path, current, drafts }: Props) {
  const t = useTranslations('intake.places');
  return (
    <FilterLinks
      label={t('label')}
      options={PLACES.map((place) => ({
        href: `${path}/${place}`,
        label: t(place),
        count: place === 'drafts' ? drafts : undefined,
        current: place === current,
      }))}
    />
  );
}
