import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

type Props = {
  file: { id: string; reference: string | null; call: { slug: string; title: string } };
  page: string;
};

/** Calls, this call, its files, this file, and a page about it. */
export function FileCrumbs({ file, page }: Props) {
  const t = useTranslations('intake');
  return (
    <Breadcrumbs
      items={[
        { label: t('calls'), href: '/admin/calls' },
        { label: file.call.title, href: `/admin/calls/${file.call.slug}` },
        { label: t('title'), href: `/admin/calls/${file.call.slug}/applications` },
        { label: file.reference ?? t('file'), href: `/admin/applications/${file.id}` },
        { label: page },
      ]}
    />
  );
}
