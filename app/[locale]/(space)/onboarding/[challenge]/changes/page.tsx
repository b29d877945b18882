import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { OfferAnswers } from '@/components/onboarding/offer-answers';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { checklistOf } from '@/lib/onboarding/queries/lists';
import { offerOf } from '@/lib/onboarding/queries/offers';
import { inLanguage } from '@/lib/onboarding/schema';

type Props = { params: Promise<{ challenge: string }>; searchParams: Promise<{ list?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding.offer'))('title') };
}

/** What a newer version of the template would change in this list: each to take or to leave. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { challenge } = await params;
  const { list: wanted } = await searchParams;
  const viewer = await requireSignIn(`/onboarding/${challenge}/changes`);
  const now = systemClock();
  const at = { challengeSlug: challenge, templateKey: typeof wanted === 'string' ? wanted : undefined };
  const list = await checklistOf(viewer, at, dayOf(now), now);
  if (!list?.manages) notFound();
  const offer = await offerOf(viewer, list.id);
  const t = await getTranslations('onboarding');
  const name = inLanguage(list.definition.title, await getLocale());
  const back = `/onboarding/${challenge}?list=${list.templateKey}`;
  return (
    <Page
      title={t('offer.title')}
      lead={offer ? t('offer.lead', { number: offer.number }) : undefined}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('title'), href: '/onboarding' },
            { label: `${list.challenge.title}, ${name}`, href: back },
            { label: t('offer.title') },
          ]}
        />
      }
    >
      {offer ? (
        <OfferAnswers offer={offer} challenge={challenge} list={list.templateKey} />
      ) : (
        <EmptyState title={t('offer.none')} action={<ButtonLink href={back}>{t('offer.back')}</ButtonLink>}>
          {t('offer.noneBody')}
        </EmptyState>
      )}
    </Page>
  );
}
