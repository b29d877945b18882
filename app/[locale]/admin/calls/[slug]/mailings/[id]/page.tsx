import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MailingReview } from '@/components/applications/mailing-review';
import { MailingSheet } from '@/components/applications/mailing-sheet';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { TryOn } from '@/components/calls/try-on';
import { Page } from '@/components/layout/page';
import { Notice } from '@/components/ui/notice';
import { mailingById, mailingFate, mailingRecipients, mailingSentTo } from '@/lib/applications/queries/mailings';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ slug: string; id: string }>; searchParams: Promise<{ file?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('mailing'))('send.title') };
}

/** A mail to many: read again and sent, or, once it left, how it fares. */
export default async function MailingPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/mailings/${id}`);
  const mailing = await mailingById(viewer, slug, id);
  if (!mailing) notFound();
  const [t, recipients, fate, { file }] = await Promise.all([
    getTranslations('mailing'),
    mailing.sentAt ? mailingSentTo(viewer, id) : mailingRecipients(viewer, { ...mailing, callId: mailing.call.id }),
    mailingFate(viewer, id),
    searchParams,
  ]);
  const one = recipients.find((to) => to.files.some((each) => each.id === file)) ?? recipients[0];
  const title = t(mailing.sentAt ? 'send.sentTitle' : 'send.title');
  const files = mailing.target === 'drafts' ? [] : recipients.flatMap((to) => to.files).slice(0, 50);
  const path = [{ label: t('title'), href: `/admin/calls/${slug}/mails` }, { label: title }];
  return (
    <Page title={title} breadcrumbs={<CallCrumbs call={mailing.call} path={path} />}>
      {mailing.sentAt ? (
        <Notice tone={fate.failed ? 'bad' : fate.waiting ? 'time' : 'good'}>{t('send.fate', fate)}</Notice>
      ) : null}
      <MailingSheet mailing={mailing} recipients={recipients} one={one} />
      {files.length && !mailing.sentAt ? (
        <TryOn files={files} file={typeof file === 'string' ? file : one?.files[0]?.id} />
      ) : null}
      {mailing.sentAt ? null : <MailingReview mailing={mailing} people={recipients.length} />}
    </Page>
  );
}
