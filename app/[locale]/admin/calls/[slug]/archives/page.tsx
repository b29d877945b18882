import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArchiveList } from '@/components/applications/archive-list';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { askArchiveAction } from '@/lib/applications/actions/archive';
import { IntakeFilters, intakeHref, isFiltered } from '@/lib/applications/intake-filters';
import { archivesOf } from '@/lib/applications/queries/archives';
import { dossierCount } from '@/lib/applications/queries/dossiers';
import { intakeCall } from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Search> };

export async function generateMetadata() {
  return { title: (await getTranslations('archives'))('title') };
}

/** The files of a call in one archive. */
export default async function ArchivesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/archives`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const filters = IntakeFilters.parse(await searchParams);
  const [t, archives, count] = await Promise.all([
    getTranslations('archives'),
    archivesOf(viewer, call.id),
    dossierCount(viewer, call.id, filters),
  ]);
  const query = intakeHref('', filters, { page: 1 }).replace(/^\?/, '');
  return (
    <Page title={t('title')} lead={t('lead')} breadcrumbs={<CallCrumbs call={call} path={[{ label: t('title') }]} />}>
      <ActionForm action={askArchiveAction} hidden={{ callId: call.id, filters: query }}>
        <h2>{t('ask.title')}</h2>
        <p>
          {t('ask.files', { count })} {isFiltered(filters) ? t('ask.filtered') : null}{' '}
          {isFiltered(filters) ? <Link href={`/admin/calls/${slug}/archives`}>{t('ask.all')}</Link> : null}
        </p>
        <p className="quiet">{t('ask.how')}</p>
        <SubmitButton>{t('ask.button')}</SubmitButton>
      </ActionForm>
      <h2 className="mt-12">{t('list')}</h2>
      <ArchiveList slug={slug} archives={archives} />
    </Page>
  );
}
