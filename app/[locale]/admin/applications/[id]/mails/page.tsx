import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { FileCrumbs } from '@/components/applications/file-crumbs';
import { MailLog } from '@/components/applications/mail-log';
import { Page } from '@/components/layout/page';
import { Pagination } from '@/components/ui/pagination';
import { intakeFile } from '@/lib/applications/queries/intake';
import { MAIL_LOG_PAGE, mailsOfFile } from '@/lib/applications/queries/mailings';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string | string[] }> };
const PageNumber = z.coerce.number().int().min(1).max(1_000).catch(1);

export async function generateMetadata() {
  return { title: (await getTranslations('mailing'))('log.title') };
}

/** Every mail sent about a file. */
export default async function FileMailsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/admin/applications/${id}/mails`);
  const file = await intakeFile(viewer, id);
  if (!file) notFound();
  const page = PageNumber.parse((await searchParams).page);
  const [t, { mails, total }] = [await getTranslations('mailing'), await mailsOfFile(viewer, id, page)];
  const href = (to: number) => `/admin/applications/${id}/mails?page=${to}`;
  return (
    <Page
      title={t('log.title')}
      lead={t('log.lead', { title: file.title })}
      breadcrumbs={<FileCrumbs file={file} page={t('log.title')} />}
    >
      <MailLog mails={mails} total={total} />
      {total > MAIL_LOG_PAGE ? <Pagination page={page} pageSize={MAIL_LOG_PAGE} total={total} href={href} /> : null}
    </Page>
  );
}
