import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InstructorRows } from '@/components/applications/instructor-rows';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { TextInput } from '@/components/ui/text-input';
import { inviteInstructorAction } from '@/lib/applications/actions/instructors';
import { invitedInstructors } from '@/lib/applications/queries/examiner';
import { intakeCall } from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('instructors'))('title') };
}

/** People from outside the coordination who examine files of a call. */
export default async function InstructorsPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/instructors`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const [t, people] = await Promise.all([getTranslations('instructors'), invitedInstructors(viewer, call.id)]);
  return (
    <Page title={t('title')} lead={t('lead')} breadcrumbs={<IntakeCrumbs call={call} file={t('title')} />}>
      <InstructorRows people={people} />
      <h2 className="mt-10">{t('invite')}</h2>
      <ActionForm action={inviteInstructorAction} hidden={{ callId: call.id }}>
        <TextInput name="email" type="email" label={t('email')} help={t('emailHelp')} autoComplete="off" />
        <TextInput name="name" label={t('name')} help={t('nameHelp')} optional autoComplete="off" />
        <SubmitButton>{t('send')}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
