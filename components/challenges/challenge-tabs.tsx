import { useTranslations } from 'next-intl';
import { TabsNav } from '@/components/ui/tabs-nav';

export function ChallengeTabs({ slug, current, seats }: { slug: string; current: 'page' | 'team'; seats: number }) {
  const t = useTranslations('challenges.admin');
  return (
    <TabsNav
      label={t('tabs.label')}
      tabs={[
        { href: `/admin/challenges/${slug}`, label: t('tabs.page'), current: current === 'page' },
        { href: `/admin/challenges/${slug}/team`, label: t('tabs.team'), count: seats, current: current === 'team' },
      ]}
    />
  );
}
