import { useLocale, useTranslations } from 'next-intl';
import { TabsNav } from '@/components/ui/tabs-nav';
import type { ChecklistView } from '@/lib/onboarding/queries/lists';
import { inLanguage } from '@/lib/onboarding/schema';

/** The lists of one challenge, when it has several. */
export function ListTabs({ list }: { list: ChecklistView }) {
  const t = useTranslations('onboarding.list');
  const locale = useLocale();
  if (list.siblings.length < 2) return null;
  return (
    <TabsNav
      label={t('other')}
      tabs={list.siblings.map((one) => ({
        href: `/onboarding/${list.challenge.slug}?list=${one.templateKey}`,
        label: inLanguage(one.title, locale),
        current: one.templateKey === list.templateKey,
      }))}
    />
  );
}
