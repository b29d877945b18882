import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Page } from '@/components/layout/page';
import { ItemAnswer } from '@/components/onboarding/item-answer';
import { ItemCrumbs } from '@/components/onboarding/item-crumbs';
import { ItemDelegation } from '@/components/onboarding/item-delegation';
import { ItemEvidence } from '@/components/onboarding/item-evidence';
import { ItemFacts } from '@/components/onboarding/item-facts';
import { ItemTalk } from '@/components/onboarding/item-talk';
import { LinkedResources } from '@/components/support/linked-resources';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { EVIDENCE } from '@/lib/onboarding/evidence';
import { itemOf } from '@/lib/onboarding/queries/items';
import { inLanguage } from '@/lib/onboarding/schema';
import { resourcesNamed } from '@/lib/support/queries/resources';

type Props = {
  params: Promise<{ challenge: string; item: string }>;
  searchParams: Promise<{ refused?: string | string[] }>;
};

const read = cache(async (id: string) => {
  const now = systemClock();
  return itemOf(await currentViewer(), id, dayOf(now), now);
});

export async function generateMetadata({ params }: Props) {
  const item = await read((await params).item);
  return item ? { title: inLanguage(item.definition.title, await getLocale()) } : {};
}

export default async function ChecklistItemPage({ params, searchParams }: Props) {
  const { challenge, item: id } = await params;
  const viewer = await requireSignIn(`/onboarding/${challenge}/${id}`);
  const item = await read(id);
  if (!item || item.challenge.slug !== challenge) notFound();
  const { refused } = await searchParams;
  const t = await getTranslations('onboarding');
  const locale = await getLocale();
  return (
    <Page
      title={inLanguage(item.definition.title, locale)}
      lead={t('item.section', { section: inLanguage(item.section, locale), challenge: item.challenge.title })}
      breadcrumbs={<ItemCrumbs item={item} />}
      width="narrow"
    >
      <ItemFacts item={item} today={dayOf(systemClock())} />
      <LinkedResources resources={await resourcesNamed(viewer, item.definition.resources)} />
      <ItemAnswer item={item} />
      <ItemEvidence item={item} limits={EVIDENCE} refused={typeof refused === 'string' ? refused : undefined} />
      <ItemDelegation item={item} now={systemClock()} />
      <ItemTalk item={item} />
    </Page>
  );
}
