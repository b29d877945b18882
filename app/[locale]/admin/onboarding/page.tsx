import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { GiveList } from '@/components/onboarding/give-list';
import { ProgressActions } from '@/components/onboarding/progress-actions';
import { ProgressFilters } from '@/components/onboarding/progress-filters';
import { ProgressTable } from '@/components/onboarding/progress-table';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { challengesWithoutList, followedCohorts, mayFollow, progressOf } from '@/lib/onboarding/queries/progress';
import { inLanguage } from '@/lib/onboarding/schema';
import { chosenList } from '@/lib/onboarding/templates';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding'))('progress.title') };
}

export default async function ProgressPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/onboarding');
  if (!mayFollow(viewer)) notFound();
  const query = await searchParams;
  const today = dayOf(systemClock());
  const t = await getTranslations('onboarding.progress');
  const locale = await getLocale();
  const cohorts = await followedCohorts(viewer);
  const cohort = cohorts.find((one) => one.slug === query.cohort) ?? cohorts[0];
  const list = chosenList(query.list, cohort?.lists ?? []);
  const [progress, without] = await Promise.all([
    cohort ? progressOf(viewer, { cohortId: cohort.id, templateKey: list.key }, today) : null,
    challengesWithoutList(viewer, list.key, today),
  ]);
  const title = inLanguage(list.title, locale);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={<ProgressActions viewer={viewer} cohort={cohort?.slug} list={list.key} />}
    >
      <ProgressFilters cohorts={cohorts} cohort={cohort?.slug} list={list.key} />
      {cohort && progress && progress.rows.length > 0 ? (
        <ProgressTable progress={progress} list={list.key} listTitle={title} cohort={cohort.name} />
      ) : (
        <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>
      )}
      <GiveList challenges={without} list={list.key} title={title} />
    </Page>
  );
}
