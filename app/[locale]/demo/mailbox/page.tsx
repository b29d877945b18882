import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { Link } from '@/components/ui/link';
import { demoMailbox } from '@/lib/auth/demo';
import { visitor } from '@/lib/viewer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('demo'))('mailbox.title'), robots: { index: false } };
}

export default async function DemoMailboxPage({ searchParams }: Props) {
  const { to } = await searchParams;
  const mails = await demoMailbox(visitor, typeof to === 'string' ? to : undefined);
  if (!mails) notFound();
  const [t, format] = await Promise.all([getTranslations('demo'), getFormatter()]);
  return (
    <Page title={t('mailbox.title')} lead={t('mailbox.lead')}>
      <search>
        <form className="search-form">
          <label htmlFor="to">{t('mailbox.filter')}</label>
          <input id="to" name="to" className="control" defaultValue={typeof to === 'string' ? to : ''} />
          <button type="submit" className="btn" data-kind="secondary">
            {t('mailbox.search')}
          </button>
        </form>
      </search>
      <p>{t('mailbox.caption', { count: mails.length })}</p>
      <ul className="mail-list">
        {mails.map((mail) => (
          <li key={mail.id}>
            <Link href={`/demo/mailbox/${mail.id}`}>{mail.subject}</Link>
            <span>{mail.to}</span>
            <time dateTime={mail.createdAt.toISOString()}>
              {format.dateTime(mail.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </li>
        ))}
      </ul>
    </Page>
  );
}
