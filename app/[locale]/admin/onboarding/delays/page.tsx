import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { DelayPictures } from '@/components/onboarding/delay-pictures';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { delaysOf } from '@/lib/onboarding/queries/delays';
import { templates } from '@/lib/onboarding/queries/templates';
import { inLanguage } from '@/lib/onboarding/schema';
import { chosenList, knownLists } from '@/lib/onboarding/templates';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('onboarding.delays'))('title') };
}

export default async function DelaysPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/onboarding/delays');
  const published = (await templates(viewer)).filter((one) => one.published !== null);
  const list = chosenList((await searchParams).list, [], published);
  const delays = await delaysOf(viewer, list.key, dayOf(systemClock()));
  if (!delays) notFound();
  const t = await getTranslations('onboarding');
  const locale = await getLocale();
  const options = knownLists([], published).map(({ key, title }) => ({
    href: `/admin/onboarding/delays?list=${key}`,
    label: inLanguage(title, locale),
    current: key === list.key,
  }));
  const csv = `/admin/onboarding/delays/export?list=${list.key}`;
  return (
    <Page
      title={t('delays.title')}
      lead={t('delays.lead')}
      breadcrumbs={
        <Breadcrumbs
          items={[{ label: t('progress.title'), href: '/admin/onboarding' }, { label: t('delays.title') }]}
        />
      }
      actions={
        <ButtonLink kind="secondary" href={csv}>
          {t('export.link')}
        </ButtonLink>
      }
    >
      <FilterLinks label={t('progress.lists')} options={options} />
      {delays.cohorts.length === 0 ? (
        <EmptyState title={t('delays.none')}>{t('delays.noneBody')}</EmptyState>
      ) : (
        <DelayPictures delays={delays} />
      )}
    </Page>
  );
}
