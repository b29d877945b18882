import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IntakeBoard } from '@/components/applications/intake-board';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { IntakeFilterBar } from '@/components/applications/intake-filters';
import { Page } from '@/components/layout/page';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { INTAKE_PAGE, instructors, intakeCall, intakeCounts, intakeRows } from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';

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
  const [files, counts, people] = await Promise.all([
    intakeRows(viewer, call.id, filters),
    intakeCounts(viewer, call.id, filters),
    instructors(viewer, call.id),
  ]);
  return (
    <Page
      title={t('title')}
      lead={t('lead', { call: call.title, drafts: counts.drafts })}
      breadcrumbs={<IntakeCrumbs call={call} />}
      width="wide"
    >
      <IntakeFilterBar path={path} filters={filters} counts={counts} people={people} />
      <IntakeBoard
        path={path}
        filters={filters}
        files={files}
        found={counts.found}
        pageSize={INTAKE_PAGE}
        people={people}
      />
    </Page>
  );
}
