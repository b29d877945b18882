import { notFound } from 'next/navigation';
import { getLocale, getNow, getTranslations } from 'next-intl/server';
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
  const [t, locale, now, file] = await Promise.all([
    getTranslations('applications'),
    getLocale(),
    getNow(),
    myApplication(viewer, id),
  ]);
  const sent = file?.submissions.find((one) => one.inForce);
  if (!file || !sent) notFound();
  const zone = file.call.timeZone;
  return (
    <main id="main" className="page" data-width="narrow" tabIndex={-1}>
      <Panel title={t('receipt.title')}>
        {t('receipt.reference')}
        <strong className="block text-2xl">{file.reference}</strong>
      </Panel>
      <p className="mt-6">
        {t.rich('receipt.received', {
          title: file.title || t('untitled'),
          date: () => <Moment date={sent.receivedAt} zone={zone} />,
        })}
      </p>
      <p>{t('receipt.mail', { email: viewer.email })}</p>
      <h2 className="mt-8">{t('receipt.next')}</h2>
      <ul className="my-3 list-disc ps-6">
        {file.call.closesAt > now ? (
          <li>{t.rich('receipt.change', { date: () => <Moment date={file.call.closesAt} zone={zone} /> })}</li>
        ) : null}
        <li>{t('receipt.examined')}</li>
        <li>{t('receipt.told')}</li>
      </ul>
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
