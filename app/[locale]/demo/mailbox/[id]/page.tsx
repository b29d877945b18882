import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Link } from '@/components/ui/link';
import { demoMail } from '@/lib/auth/demo';
import { visitor } from '@/lib/viewer';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('demo'))('mailbox.title'), robots: { index: false } };
}

/** The text of a mail, its addresses made into links. */
export default async function DemoMailPage({ params }: Props) {
  const mail = await demoMail(visitor, (await params).id);
  if (!mail) notFound();
  const [t, format] = await Promise.all([getTranslations('demo'), getFormatter()]);
  const parts = mail.text.split(/(https?:\/\/\S+)/);
  return (
    <Page title={mail.subject} breadcrumbs={<Link href="/demo/mailbox">{t('mailbox.back')}</Link>} width="narrow">
      <p>
        {t('mailbox.to')} {mail.to}, {format.dateTime(mail.createdAt, { dateStyle: 'full', timeStyle: 'short' })}
      </p>
      <div className="mail-text" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {parts.map((part, index) =>
          index % 2 ? (
            <a key={`${index}`} href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </div>
    </Page>
  );
}
