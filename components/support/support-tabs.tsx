import { useTranslations } from 'next-intl';
import { TabsNav } from '@/components/ui/tabs-nav';
import { isMember } from '@/lib/support/policy';
import { hasRole, type Viewer } from '@/lib/viewer';

type Place = 'obstacles' | 'skills' | 'resources' | 'introductions';

/** The places where people help each other, those this reader may open. */
export function SupportTabs({ viewer, current }: { viewer: Viewer; current: Place }) {
  const t = useTranslations('support.places');
  const places: Place[] = isMember(viewer)
    ? ['obstacles', 'skills', 'resources', 'introductions']
    : ['resources', 'introductions'];
  const followed = hasRole(viewer, ['coordinator', 'director']);
  return (
    <div className="print:hidden">
      <TabsNav
        label={t('label')}
        tabs={[
          ...places.map((place) => ({ href: `/${place}`, label: t(place), current: place === current })),
          ...(followed ? [{ href: '/admin/obstacles', label: t('ages') }] : []),
        ]}
      />
    </div>
  );
}
