import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MailingFields } from '@/components/applications/mailing-fields';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Link } from '@/components/ui/link';
import { writeMailingAction } from '@/lib/applications/actions/mailing';
import { IntakeFilters, intakeHref } from '@/lib/applications/intake-filters';
import { boardDesk } from '@/lib/applications/queries/board';
import { intakeCall } from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('mailing'))('write.title') };
}

/** A mail to many, begun: to the files the board's filters leave, or to those who have not submitted yet. */
export default async function NewMailingPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/mailings/new`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const asked = await searchParams;
  const filters = IntakeFilters.parse(asked);
  const [t, desk] = await Promise.all([getTranslations('mailing'), boardDesk(viewer, call.id, filters, systemClock)]);
  const target = asked.target === 'drafts' ? 'drafts' : 'files';
  const query = intakeHref('', filters, { page: 1 }).replace(/^\?/, '');
  const path = [{ label: t('title'), href: `/admin/calls/${slug}/mails` }, { label: t('write.title') }];
  return (
    <Page title={t('write.title')} width="narrow" breadcrumbs={<CallCrumbs call={call} path={path} />}>
      <p>{t(`write.${target}`, { count: target === 'drafts' ? desk.drafts : desk.found })}</p>
      {target === 'files' ? (
        <p>
          <Link href={intakeHref(`/admin/calls/${slug}/applications`, filters, {})}>{t('write.change')}</Link>
        </p>
      ) : null}
      <ActionForm action={writeMailingAction} hidden={{ callId: call.id, target, filters: query }}>
        <MailingFields />
        <SubmitButton>{t('write.next')}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
