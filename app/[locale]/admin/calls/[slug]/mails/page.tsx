import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MailingList } from '@/components/applications/mailing-list';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { MailList } from '@/components/calls/mail-list';
import { Page } from '@/components/layout/page';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { mailingsOf } from '@/lib/applications/queries/mailings';
import { requireSignIn } from '@/lib/auth/session';
import { callMailTemplates } from '@/lib/calls/queries/mail-texts';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('mailing'))('title') };
}

/** What a call writes: its automatic mails and those sent to many. */
export default async function CallMailsPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/mails`);
  const call = await callMailTemplates(viewer, slug);
  if (!call) notFound();
  const [t, mailings] = await Promise.all([getTranslations('mailing'), mailingsOf(viewer, call.id)]);
  return (
    <Page title={t('title')} lead={t('lead')} breadcrumbs={<CallCrumbs call={call} path={[{ label: t('title') }]} />}>
      <h2 className="mb-3">{t('many.title')}</h2>
      <ButtonRow>
        <ButtonLink href={`/admin/calls/${slug}/mailings/new`}>{t('many.write')}</ButtonLink>
        <ButtonLink kind="secondary" href={`/admin/calls/${slug}/mailings/new?target=drafts`}>
          {t('many.writeDrafts')}
        </ButtonLink>
      </ButtonRow>
      <MailingList slug={slug} mailings={mailings} />
      <h2 className="mt-12">{t('automatic')}</h2>
      <MailList slug={slug} templates={call.templates} />
    </Page>
  );
}
