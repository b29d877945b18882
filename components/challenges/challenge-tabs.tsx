import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
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

type Crumbed = { title: string; cohort: { slug: string } };

export function ChallengeCrumbs({ challenge }: { challenge: Crumbed }) {
  const t = useTranslations('challenges');
  return (
    <Breadcrumbs
      items={[
        { label: t('admin.home'), href: '/admin' },
        { label: t('list.title'), href: `/admin/challenges?cohort=${challenge.cohort.slug}` },
        { label: challenge.title },
      ]}
    />
  );
}
