import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

const HOMES = { today: '/today', coordination: '/admin' } as const;

/** For the first page of each place: the way back to where the reader's day, or the coordination, begins. */
export function HomeCrumbs({ from, title }: { from: keyof typeof HOMES; title: string }) {
  const t = useTranslations('layout.nav');
  return <Breadcrumbs items={[{ label: t(from), href: HOMES[from] }, { label: title }]} />;
}
