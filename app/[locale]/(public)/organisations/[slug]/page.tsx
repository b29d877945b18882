import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ChallengeGrid } from '@/components/challenges/challenge-card';
import { Page } from '@/components/layout/page';
import { OrganisationFacts } from '@/components/people/organisation-facts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { currentViewer } from '@/lib/auth/session';
import { ChallengeFilters } from '@/lib/challenges/filters';
import { listChallenges } from '@/lib/challenges/queries';
import { organisationBySlug } from '@/lib/people/queries';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => organisationBySlug(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).slug))?.name };
}

export default async function OrganisationPage({ params }: Props) {
  const organisation = await load((await params).slug);
  if (!organisation) notFound();
  const [t, viewer] = await Promise.all([getTranslations('people'), currentViewer()]);
  const filters = ChallengeFilters.parse({ organisation: organisation.slug });
  const { challenges, total } = await listChallenges(viewer, filters);
  const crumbs = [
    { label: t('home'), href: '/' },
    ...(organisation.parent
      ? [{ label: organisation.parent.name, href: `/organisations/${organisation.parent.slug}` }]
      : []),
    { label: organisation.name },
  ];
  return (
    <Page
      title={organisation.name}
      lead={organisation.acronym ?? undefined}
      breadcrumbs={<Breadcrumbs items={crumbs} />}
    >
      <OrganisationFacts organisation={organisation} />
      <h2 className="mb-4 mt-8">{t('organisation.challenges', { count: total })}</h2>
      {challenges.length ? <ChallengeGrid challenges={challenges} /> : <EmptyState title={t('organisation.none')} />}
      {total > challenges.length ? (
        <ButtonLink kind="secondary" href={`/challenges?organisation=${organisation.slug}`}>
          {t('organisation.all')}
        </ButtonLink>
      ) : null}
    </Page>
  );
}
