import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { DelegatedForm } from '@/components/onboarding/delegated-form';
import { dayText } from '@/components/ui/deadline';
import { Markdown } from '@/components/ui/markdown';
import { Notice } from '@/components/ui/notice';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { delegatedItem } from '@/lib/onboarding/queries/delegated';
import { inLanguage } from '@/lib/onboarding/schema';

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ sent?: string }> };

export async function generateMetadata() {
  const title = (await getTranslations('onboarding'))('delegated.title');
  return { title, robots: { index: false, follow: false, nocache: true } };
}

export default async function DelegatedPage({ params, searchParams }: Props) {
  const { token } = await params;
  const item = await delegatedItem(await currentViewer(), token, systemClock());
  if (!item) notFound();
  const t = await getTranslations('onboarding.delegated');
  const locale = await getLocale();
  if (item === 'over') {
    return (
      <Page title={t('over')} width="narrow">
        <p className="lead">{t('overBody')}</p>
      </Page>
    );
  }
  const { from, challenge, host } = item;
  const { why, help, title } = item.definition;
  const until = t('until', { day: dayText(item.expiresAt, { locale }) });
  return (
    <Page
      title={inLanguage(title, locale)}
      lead={host ? t('leadHost', { from, challenge, host }) : t('lead', { from, challenge })}
      width="narrow"
    >
      {(await searchParams).sent ? (
        <Notice tone="good" boxed title={t('sent')}>
          {t('sentBody', { from })}
        </Notice>
      ) : null}
      {item.message ? (
        <Notice title={t('message', { from })}>
          <p className="whitespace-pre-line">{item.message}</p>
        </Notice>
      ) : null}
      {why ? <p className="prose">{inLanguage(why, locale)}</p> : null}
      {help ? <Markdown text={inLanguage(help, locale)} /> : null}
      <p className="quiet my-4">{until}</p>
      <DelegatedForm item={item} token={token} />
    </Page>
  );
}
