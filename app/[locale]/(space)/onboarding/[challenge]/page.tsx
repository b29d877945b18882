import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ListManagement } from '@/components/onboarding/list-management';
import { ListSections } from '@/components/onboarding/list-sections';
import { ListSummaryHead } from '@/components/onboarding/list-summary-head';
import { ListTabs } from '@/components/onboarding/list-tabs';
import { NextTasks } from '@/components/onboarding/next-tasks';
import { RetiredLines } from '@/components/onboarding/retired-lines';
import { ChallengeTabs } from '@/components/support/challenge-tabs';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PrintButton } from '@/components/ui/print-button';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { checklistOf } from '@/lib/onboarding/queries/lists';
import { offerOf, retiredLines } from '@/lib/onboarding/queries/offers';
import { workstationsOf } from '@/lib/onboarding/queries/workstations';
import { inLanguage } from '@/lib/onboarding/schema';

type Props = { params: Promise<{ challenge: string }>; searchParams: Promise<{ list?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding'))('title') };
}

export default async function ChecklistPage({ params, searchParams }: Props) {
  const { challenge } = await params;
  const { list: wanted } = await searchParams;
  const viewer = await requireSignIn(`/onboarding/${challenge}`);
  const now = systemClock();
  const today = dayOf(now);
  const at = { challengeSlug: challenge, templateKey: typeof wanted === 'string' ? wanted : undefined };
  const list = await checklistOf(viewer, at, today, now);
  if (!list) notFound();
  const [offer, retired, needs] = await Promise.all([
    offerOf(viewer, list.id),
    retiredLines(viewer, list),
    workstationsOf(viewer, challenge),
  ]);
  const t = await getTranslations('onboarding');
  const title = inLanguage(list.definition.title, await getLocale());
  return (
    <Page
      title={title}
      breadcrumbs={
        <Breadcrumbs items={[{ label: t('title'), href: '/onboarding' }, { label: list.challenge.title }]} />
      }
      actions={<PrintButton>{t('list.print')}</PrintButton>}
    >
      <ChallengeTabs challenge={challenge} current="checklists" />
      <ListTabs list={list} />
      <ListSummaryHead list={list} />
      <ListManagement list={list} offered={offer?.changes.length ?? 0} needs={needs} />
      <NextTasks list={list} today={today} />
      <ListSections list={list} today={today} />
      <RetiredLines lines={retired} />
    </Page>
  );
}
