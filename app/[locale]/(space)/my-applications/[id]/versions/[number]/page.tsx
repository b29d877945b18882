import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CheckAnswers } from '@/components/applications/check-answers';
import { VersionChanges } from '@/components/applications/version-changes';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Moment } from '@/components/ui/time';
import { myApplication, mySubmission } from '@/lib/applications/queries';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string; number: string }> };

export async function generateMetadata({ params }: Props) {
  const { number } = await params;
  return { title: (await getTranslations('applications'))('file.version', { number }) };
}

/** A version as it was sent, and what it changed from the one before. */
export default async function VersionPage({ params }: Props) {
  const { id, number } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}/versions/${number}`);
  const file = await myApplication(viewer, id);
  const sent = file && (await mySubmission(viewer, id, Number(number)));
  if (!file || !sent) notFound();
  const [t, before] = await Promise.all([getTranslations('applications'), mySubmission(viewer, id, sent.number - 1)]);
  const title = t('file.version', { number: sent.number });
  return (
    <Page
      title={title}
      lead={
        <>
          <Moment date={sent.receivedAt} zone={file.call.timeZone} />
          {sent.inForce ? ` (${t('file.inForce')})` : null}
        </>
      }
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('list.title'), href: '/my-applications' },
            { label: file.title || t('untitled'), href: `/my-applications/${id}` },
            { label: title },
          ]}
        />
      }
    >
      {before ? <VersionChanges definition={sent.definition} before={before.answers} after={sent.answers} /> : null}
      <CheckAnswers definition={sent.definition} answers={sent.answers} />
    </Page>
  );
}
