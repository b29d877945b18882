import { getTranslations } from 'next-intl/server';
import { ReadingRows } from '@/components/applications/reading-rows';
import { Page } from '@/components/layout/page';
import { myReadings } from '@/lib/applications/queries/preselection';
import { requireSignIn } from '@/lib/auth/session';

export async function generateMetadata() {
  return { title: (await getTranslations('correspondence'))('readings.list') };
}

/** The files given to the viewer to read before the jury. */
export default async function ReadingsPage() {
  const viewer = await requireSignIn('/readings');
  const [t, readings] = await Promise.all([getTranslations('correspondence.readings'), myReadings(viewer)]);
  return (
    <Page title={t('list')} home="today" lead={t('listLead')}>
      <ReadingRows readings={readings} />
    </Page>
  );
}
