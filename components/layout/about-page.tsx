import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Markdown } from '@/components/ui/markdown';
import { Page } from './page';

/** What the product itself can state of every installation: how it is made accessible, what it keeps about people. */
export function AboutPage({ about }: { about: 'accessibility' | 'privacy' }) {
  const t = useTranslations('layout.about');
  const title = t(`${about}.title`);
  return (
    <Page
      title={title}
      lead={t(`${about}.lead`)}
      width="narrow"
      breadcrumbs={<Breadcrumbs items={[{ label: t('home'), href: '/' }, { label: title }]} />}
    >
      <Markdown text={String(t.raw(`${about}.body`))} />
    </Page>
  );
}
