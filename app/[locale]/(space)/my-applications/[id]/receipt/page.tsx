import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { MyFileCrumbs } from '@/components/applications/my-file-crumbs';
import { WhatHappensNext } from '@/components/applications/what-happens-next';
import { ZoneNote } from '@/components/calls/zone-note';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { Moment } from '@/components/ui/time';
import { myApplication } from '@/lib/applications/queries';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('applications'))('receipt.title') };
}

/** It is sent: the reference, the moment that is binding, what happens next. */
export default async function ReceiptPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}/receipt`);
  const [t, locale, file] = await Promise.all([
    getTranslations('applications'),
    getLocale(),
    myApplication(viewer, id),
  ]);
  const sent = file?.submissions.find((one) => one.inForce);
  if (!file || !sent) notFound();
  return (
    <main id="main" className="page" data-width="narrow" tabIndex={-1}>
      <MyFileCrumbs file={file} here={t('receipt.title')} />
      <Panel title={t('receipt.title')}>
        {t('receipt.reference')}
        <strong className="block text-2xl">{file.reference}</strong>
      </Panel>
      <p className="mt-6">
        {t.rich('receipt.received', {
          title: file.title || t('untitled'),
          date: () => <Moment date={sent.receivedAt} zone={file.call.timeZone} />,
        })}{' '}
        <ZoneNote date={sent.receivedAt} zone={file.call.timeZone} />
      </p>
      <p>{t('receipt.mail', { email: viewer.email })}</p>
      <WhatHappensNext call={file.call} />
      <p className="quiet mb-6">{t('receipt.digest', { number: sent.number, digest: sent.digest.slice(0, 16) })}</p>
      <ButtonRow>
        <ButtonLink href={`/my-applications/${id}`}>{t('receipt.back')}</ButtonLink>
        <a className="btn" data-kind="secondary" href={`/${locale}/my-applications/${id}/versions/${sent.number}/pdf`}>
          {t('receipt.pdf')}
        </a>
        <PrintButton>{t('receipt.print')}</PrintButton>
      </ButtonRow>
    </main>
  );
}
