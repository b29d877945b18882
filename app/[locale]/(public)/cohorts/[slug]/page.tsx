import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ChallengeGrid } from '@/components/challenges/challenge-card';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { Figures } from '@/components/ui/summary-list';
import { currentViewer } from '@/lib/auth/session';
import { ChallengeFilters } from '@/lib/challenges/filters';
import { listChallenges } from '@/lib/challenges/queries';
import { cohortBySlug } from '@/lib/programme/queries';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => cohortBySlug(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).slug))?.name };
}

export default async function CohortPage({ params }: Props) {
  const cohort = await load((await params).slug);
  if (!cohort) notFound();
  const [t, format, viewer] = await Promise.all([getTranslations('programme'), getFormatter(), currentViewer()]);
  const { challenges, total } = await listChallenges(viewer, ChallengeFilters.parse({ cohort: cohort.slug }));
  const crumbs = [
    { label: t('home'), href: '/' },
    { label: t('list.title'), href: '/cohorts' },
    { label: cohort.name },
  ];
  const figures = (['challenges', 'fellows', 'mentors', 'hosts'] as const).map((key) => ({
    label: t(`figures.${key}`, { count: cohort[key] }),
    value: format.number(cohort[key]),
  }));
  return (
    <Page title={cohort.name} lead={cohort.summary || undefined} breadcrumbs={<Breadcrumbs items={crumbs} />}>
      <p className="quiet">
        {cohort.startsOn && cohort.endsOn
          ? format.dateTimeRange(new Date(cohort.startsOn), new Date(cohort.endsOn), {
              dateStyle: 'long',
              timeZone: 'UTC',
            })
          : cohort.year}
      </p>
      <Figures items={figures} />
      <h2 className="mb-4">{t('page.challenges')}</h2>
      {challenges.length ? <ChallengeGrid challenges={challenges} /> : <EmptyState title={t('page.none')} />}
      {total > challenges.length ? (
        <ButtonLink kind="secondary" href={`/challenges?cohort=${cohort.slug}`}>
          {t('page.all', { count: total })}
        </ButtonLink>
      ) : null}
    </Page>
  );
}
