import { useLocale, useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { ItemView } from '@/lib/onboarding/queries/items';
import { inLanguage } from '@/lib/onboarding/schema';

/** Where an item stands: my challenges, its list, itself. */
export function ItemCrumbs({ item }: { item: ItemView }) {
  const t = useTranslations('onboarding');
  const locale = useLocale();
  const list = `/onboarding/${item.challenge.slug}?list=${item.list.templateKey}`;
  return (
    <Breadcrumbs
      items={[
        { label: t('title'), href: '/onboarding' },
        { label: inLanguage(item.list.title, locale), href: list },
        { label: inLanguage(item.definition.title, locale) },
      ]}
    />
  );
}
