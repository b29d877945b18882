import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { MailEditor } from '@/components/calls/mail-editor';
import { TryOn } from '@/components/calls/try-on';
import { Page } from '@/components/layout/page';
import { TabsNav } from '@/components/ui/tabs-nav';
import { previewValues } from '@/lib/applications/mail-values';
import { filesToTry, triedFile } from '@/lib/applications/queries/mailings';
import { requireSignIn } from '@/lib/auth/session';
import { isMailEvent } from '@/lib/calls/mail-events';
import { callMailTemplates } from '@/lib/calls/queries/mail-texts';
import { usualText } from '@/lib/calls/usual-mails';
import { systemClock } from '@/lib/clock';

type Search = { lang?: string | string[]; file?: string | string[] };
type Props = { params: Promise<{ slug: string; event: string }>; searchParams: Promise<Search> };

export async function generateMetadata() {
  return { title: (await getTranslations('mailing'))('title') };
}

/** The words of one automatic mail of a call. */
export default async function MailTextPage({ params, searchParams }: Props) {
  const { slug, event } = await params;
  const { lang, file } = await searchParams;
  const viewer = await requireSignIn(`/admin/calls/${slug}/mails/${event}`);
  const call = isMailEvent(event) ? await callMailTemplates(viewer, slug) : null;
  if (!call || !isMailEvent(event) || viewer.kind !== 'person') notFound();
  const locale = lang === 'en' ? 'en' : 'fr';
  const base = `/admin/calls/${slug}/mails`;
  const [t, files, tried, usual] = await Promise.all([
    getTranslations('mailing'),
    filesToTry(viewer, call.id),
    triedFile(viewer, call.id, typeof file === 'string' ? file : ''),
    usualText(event, locale),
  ]);
  const own = call.templates.find((one) => one.event === event && one.locale === locale);
  const values = await previewValues(call, tried, { name: viewer.name, locale, now: systemClock() });
  const tabs = (['fr', 'en'] as const).map((one) => ({
    href: `${base}/${event}?lang=${one}`,
    label: t(`edit.languages.${one}`),
    current: one === locale,
  }));
  const path = [{ label: t('title'), href: base }, { label: t(`events.${event}.name`) }];
  const lead = t('edit.lead', { when: t(`events.${event}.when`) });
  return (
    <Page
      title={t(`events.${event}.name`)}
      lead={lead}
      breadcrumbs={<CallCrumbs call={call} path={path} />}
      width="wide"
    >
      <TabsNav label={t('edit.language')} tabs={tabs} />
      <TryOn files={files} file={tried?.id} hidden={{ lang: locale }} />
      <MailEditor {...{ callId: call.id, event, locale, usual, values }} text={own ?? { ...usual, version: 0 }} />
    </Page>
  );
}
