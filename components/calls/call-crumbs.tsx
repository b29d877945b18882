import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

type Props = { call: { slug: string; title: string }; path?: { label: string; href?: string }[] };

/** Calls, this call, and the pages under it. */
export function CallCrumbs({ call, path = [] }: Props) {
  const t = useTranslations('calls.admin');
  return (
    <Breadcrumbs
      items={[
        { label: t('title'), href: '/admin/calls' },
        { label: call.title, href: `/admin/calls/${call.slug}` },
        ...path,
      ]}
    />
  );
}
