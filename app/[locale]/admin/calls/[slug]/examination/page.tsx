import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ExaminationForm } from '@/components/applications/examination-form';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { IntakePlaces } from '@/components/applications/intake-places';
import { Page } from '@/components/layout/page';
import { intakeCall } from '@/lib/applications/queries/intake';
import { examinationOf } from '@/lib/applications/queries/preselection';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('places.examination') };
}

/** How the files of a call are examined: points of eligibility checked by eye, criteria of pre-selection. */
export default async function ExaminationPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/examination`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const [t, settings] = await Promise.all([getTranslations('intake'), examinationOf(viewer, call.id)]);
  return (
    <Page
      title={t('places.examination')}
      lead={t('settings.lead')}
      breadcrumbs={<IntakeCrumbs call={call} file={t('places.examination')} />}
      width="narrow"
    >
      <IntakePlaces path={`/admin/calls/${slug}`} current="examination" />
      <ExaminationForm call={call} settings={settings} />
    </Page>
  );
}
