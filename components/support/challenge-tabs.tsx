import { useTranslations } from 'next-intl';
import { TabsNav } from '@/components/ui/tabs-nav';

/** The parts of one challenge's welcome, each with its own address. */
export function ChallengeTabs({
  challenge,
  current,
}: {
  challenge: string;
  current: 'checklists' | 'contacts' | 'data';
}) {
  const t = useTranslations('support.challenge');
  const at = `/onboarding/${challenge}`;
  return (
    <div className="print:hidden">
      <TabsNav
        label={t('tabs')}
        tabs={[
          { href: at, label: t('checklists'), current: current === 'checklists' },
          { href: `${at}/contacts`, label: t('contacts'), current: current === 'contacts' },
          { href: `${at}/data`, label: t('data'), current: current === 'data' },
          { href: `/obstacles?challenge=${challenge}`, label: t('obstacles') },
        ]}
      />
    </div>
  );
}
