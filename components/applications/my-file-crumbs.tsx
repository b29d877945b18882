import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

/** One's files, this file, and the page about it. */
export function MyFileCrumbs({ file, here }: { file: { id: string; title: string }; here: string }) {
  const t = useTranslations('applications');
  return (
    <Breadcrumbs
      items={[
        { label: t('list.title'), href: '/my-applications' },
        { label: file.title || t('untitled'), href: `/my-applications/${file.id}` },
        { label: here },
      ]}
    />
  );
}
