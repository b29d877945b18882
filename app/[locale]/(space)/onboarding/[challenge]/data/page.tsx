import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ChallengeTabs } from '@/components/support/challenge-tabs';
import { DatasetAllies } from '@/components/support/dataset-allies';
import { AddDataset } from '@/components/support/dataset-facts';
import { DatasetList } from '@/components/support/dataset-list';
import { OpenWorks } from '@/components/support/open-works';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { contactsOf, datasetsOf, openWorksOf, supported } from '@/lib/support/queries/challenge';

type Props = {
  params: Promise<{ challenge: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('datasets.title') };
}

export default async function DatasetsPage({ params, searchParams }: Props) {
  const { challenge: slug } = await params;
  const viewer = await requireSignIn(`/onboarding/${slug}/data`);
  const challenge = await supported(viewer, slug);
  if (!challenge) notFound();
  const [datasets, works, { own }, query] = await Promise.all([
    datasetsOf(viewer, challenge),
    openWorksOf(viewer, challenge),
    contactsOf(viewer, challenge),
    searchParams,
  ]);
  const one = (key: string) => (typeof query[key] === 'string' ? query[key] : undefined);
  const wish = { what: one('what'), changes: one('changes'), network: one('network') };
  const t = await getTranslations('support.datasets');
  const mine = (await getTranslations('onboarding'))('title');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: mine, href: '/onboarding' },
            { label: challenge.title, href: `/onboarding/${slug}` },
            { label: t('title') },
          ]}
        />
      }
    >
      <ChallengeTabs challenge={slug} current="data" />
      <DatasetList datasets={datasets} keeps={challenge.keeps} now={systemClock()} />
      {challenge.keeps ? <AddDataset challenge={slug} /> : null}
      <DatasetAllies contacts={own} challenge={slug} />
      <OpenWorks works={works} challenge={slug} keeps={challenge.keeps} wish={wish} />
    </Page>
  );
}
