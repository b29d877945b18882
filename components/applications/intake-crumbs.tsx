import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

type Props = { call: { slug: string; title: string }; file?: string };

/** Calls, this call, its files, and the file when on one. */
export function IntakeCrumbs({ call, file }: Props) {
  const t = useTranslations('intake');
  const board =
    file === undefined ? { label: t('title') } : { label: t('title'), href: `/admin/calls/${call.slug}/applications` };
  const items = [
    { label: t('calls'), href: '/admin/calls' },
    { label: call.title, href: `/admin/calls/${call.slug}` },
    board,
  ];
  return <Breadcrumbs items={file === undefined ? items : [...items, { label: file }]} />;
}
