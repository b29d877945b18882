import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IntakeBoard } from '@/components/applications/intake-board';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { IntakeFilterBar } from '@/components/applications/intake-filters';
import { IntakePlaces } from '@/components/applications/intake-places';
import { SavedViews } from '@/components/applications/saved-views';
import { UndoBar } from '@/components/applications/undo-bar';
import { Page } from '@/components/layout/page';
import { asReader, IntakeFilters, intakeQuery } from '@/lib/applications/intake-filters';
import { possibleReaders } from '@/lib/applications/queries/colleagues';
import { lastAct, savedViews } from '@/lib/applications/queries/desk';
import {
  INTAKE_PAGE,
  instructors,
  intakeCall,
  intakeCounts,
  intakeLabels,
  intakeRows,
} from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('title') };
}

export default async function IntakePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/applications`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const [t, filters] = [await getTranslations('intake'), IntakeFilters.parse(await searchParams)];
  const path = `/admin/calls/${slug}/applications`;
  const asked = asReader(filters, viewer.id);
  const [files, counts, people, labels, views, act, readers] = await Promise.all([
    intakeRows(viewer, call.id, asked),
    intakeCounts(viewer, call.id, asked),
    instructors(viewer, call.id),
    intakeLabels(viewer, call.id),
    savedViews(viewer),
    lastAct(viewer, call.id, systemClock),
    possibleReaders(viewer),
  ]);
  const page = { exported: asked, found: counts.found, pageSize: INTAKE_PAGE, people, readers, labels };
  return (
    <Page title={t('title')} lead={call.title} breadcrumbs={<IntakeCrumbs call={call} />} width="wide">
      <IntakePlaces path={`/admin/calls/${slug}`} current="applications" drafts={counts.drafts} />
      <SavedViews path={path} query={intakeQuery(filters).toString()} views={views} />
      <IntakeFilterBar path={path} filters={filters} counts={counts} people={people} labels={labels} />
      <UndoBar act={act} />
      <IntakeBoard path={path} filters={filters} files={files} {...page} />
    </Page>
  );
}
