import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IntakeBoard } from '@/components/applications/intake-board';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { IntakeFilterBar } from '@/components/applications/intake-filters';
import { IntakePlaces } from '@/components/applications/intake-places';
import { SavedViews } from '@/components/applications/saved-views';
import { UndoBar } from '@/components/applications/undo-bar';
import { Page } from '@/components/layout/page';
import { asReader, IntakeFilters, intakeHref, intakeQuery } from '@/lib/applications/intake-filters';
import { boardDesk } from '@/lib/applications/queries/board';
import { INTAKE_PAGE, intakeCall, intakeRows } from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('title') };
}

export default async function IntakePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/applications`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const [t, filters] = [await getTranslations('intake'), IntakeFilters.parse(await searchParams)];
  const path = `/admin/calls/${slug}/applications`;
  const asked = asReader(filters, viewer.id);
  const [files, desk] = await Promise.all([
    intakeRows(viewer, call.id, asked),
    boardDesk(viewer, call.id, asked, systemClock),
  ]);
  // The last files of a page were decided, or an old address names one: the last page there is.
  const last = Math.max(1, Math.ceil(desk.found / INTAKE_PAGE));
  if (filters.page > last) redirect(`/${locale}${intakeHref(path, filters, { page: last })}`);
  return (
    <Page title={t('title')} lead={call.title} breadcrumbs={<IntakeCrumbs call={call} />} width="wide">
      <IntakePlaces path={`/admin/calls/${slug}`} current="applications" drafts={desk.drafts} />
      <SavedViews path={path} query={intakeQuery(filters).toString()} views={desk.views} />
      <IntakeFilterBar path={path} filters={filters} desk={desk} />
      <UndoBar act={desk.act} />
      <IntakeBoard path={path} filters={filters} exported={asked} files={files} pageSize={INTAKE_PAGE} desk={desk} />
    </Page>
  );
}
