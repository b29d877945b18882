import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { DataFiles } from '@/components/publication/data-files';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ExternalLink } from '@/components/ui/link';
import { currentViewer } from '@/lib/auth/session';
import { openDataSizes } from '@/lib/publication/queries/open-data';

export async function generateMetadata() {
  return { title: (await getTranslations('home'))('data.title') };
}

export default async function DataPage() {
  const [t, viewer] = await Promise.all([getTranslations('home.data'), currentViewer()]);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="narrow"
      breadcrumbs={<Breadcrumbs items={[{ label: t('home'), href: '/' }, { label: t('title') }]} />}
    >
      <p>
        {t.rich('licence', {
          link: (text) => (
            <ExternalLink href="https://www.etalab.gouv.fr/licence-ouverte-open-licence">{text}</ExternalLink>
          ),
        })}
      </p>
      <DataFiles sizes={await openDataSizes(viewer)} />
      <p className="mt-12">
        {t.rich('package', {
          link: (text) => (
            <a className="link" href="/api/data/datapackage.json">
              {text}
            </a>
          ),
        })}
      </p>
    </Page>
  );
}
