import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MailingFields } from '@/components/applications/mailing-fields';
import { MailingTarget } from '@/components/applications/mailing-target';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { writeMailingAction } from '@/lib/applications/actions/mailing';
import { IntakeFilters, intakeHref } from '@/lib/applications/intake-filters';
import { ChosenFiles, TARGETS } from '@/lib/applications/mailing';
import { boardDesk } from '@/lib/applications/queries/board';
import { intakeCall } from '@/lib/applications/queries/intake';
import { tickedFiles } from '@/lib/applications/queries/mailings';
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
  const target = TARGETS.find((one) => one === asked.target) ?? 'files';
  const filters = IntakeFilters.parse(asked);
  const [t, desk, ticked] = await Promise.all([
    getTranslations('mailing'),
    boardDesk(viewer, call.id, filters, systemClock),
    target === 'chosen' ? tickedFiles(viewer, call.id, ChosenFiles.parse(asked.files)) : [],
  ]);
  const query = intakeHref('', filters, { page: 1 }).replace(/^\?/, '');
  const path = [{ label: t('title'), href: `/admin/calls/${slug}/mails` }, { label: t('write.title') }];
  const board = `/admin/calls/${slug}/applications`;
  const count = { files: desk.found, chosen: ticked.length, drafts: desk.drafts }[target];
  const hidden = { callId: call.id, target, filters: query, files: ticked.map(({ id }) => id).join(',') };
  return (
    <Page title={t('write.title')} width="narrow" breadcrumbs={<CallCrumbs call={call} path={path} />}>
      <MailingTarget {...{ target, count, files: ticked }} board={intakeHref(board, filters, {})} />
      {target === 'chosen' && count === 0 ? null : (
        <ActionForm action={writeMailingAction} hidden={hidden}>
          <MailingFields />
          <SubmitButton>{t('write.next')}</SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}
