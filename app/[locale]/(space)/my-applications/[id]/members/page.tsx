import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InviteForm } from '@/components/applications/invite-form';
import { MemberRows } from '@/components/applications/member-rows';
import { TransferForm } from '@/components/applications/transfer-form';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { myApplication } from '@/lib/applications/queries';
import { transferFrom } from '@/lib/applications/queries/transfers';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('applications'))('members.title') };
}

/** Who works on this file, and inviting one more. */
export default async function MembersPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}/members`);
  const [t, file, waiting] = await Promise.all([
    getTranslations('applications'),
    myApplication(viewer, id),
    transferFrom(viewer, id),
  ]);
  if (!file) notFound();
  const title = file.title || t('untitled');
  return (
    <Page
      title={t('members.title')}
      lead={t('members.lead')}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('list.title'), href: '/my-applications' },
            { label: title, href: `/my-applications/${id}` },
            { label: t('members.title') },
          ]}
        />
      }
    >
      <MemberRows file={file} email={viewer.email} />
      {file.right === 'owner' ? (
        <>
          <InviteForm applicationId={id} />
          <TransferForm applicationId={id} waiting={waiting} />
        </>
      ) : null}
    </Page>
  );
}
