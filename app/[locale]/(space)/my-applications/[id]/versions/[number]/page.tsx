import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CheckAnswers } from '@/components/applications/check-answers';
import { VersionChanges } from '@/components/applications/version-changes';
import { VersionLinks } from '@/components/applications/version-links';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Moment } from '@/components/ui/time';
import { myApplication, mySubmission } from '@/lib/applications/queries';
import { fileScans } from '@/lib/applications/queries/attachments';
import { requireSignIn } from '@/lib/auth/session';

type Props = {
  params: Promise<{ id: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props) {
  const { number } = await params;
  return { title: (await getTranslations('applications'))('file.version', { number }) };
}

/** A version as it was sent, and what it changed from the one before, or from any other. */
export default async function VersionPage({ params, searchParams }: Props) {
  const [{ id, number }, query] = await Promise.all([params, searchParams]);
  const viewer = await requireSignIn(`/my-applications/${id}/versions/${number}`);
  const file = await myApplication(viewer, id);
  const sent = file && (await mySubmission(viewer, id, Number(number)));
  if (!file || !sent) notFound();
  const other = Number(query.with ?? sent.number - 1);
  const [t, before, scans] = await Promise.all([
    getTranslations('applications'),
    mySubmission(viewer, id, other),
    fileScans(viewer, id),
  ]);
  const title = t('file.version', { number: sent.number });
  const crumbs = [
    { label: t('list.title'), href: '/my-applications' },
    { label: file.title || t('untitled'), href: `/my-applications/${id}` },
    { label: title },
  ];
  return (
    <Page title={title} lead={file.title || t('untitled')} width="narrow" breadcrumbs={<Breadcrumbs items={crumbs} />}>
      <p>
        <Moment date={sent.receivedAt} zone={file.call.timeZone} />
        {sent.inForce ? ` (${t('file.inForce')})` : null}
      </p>
      <VersionLinks file={file} number={sent.number} other={before?.number} />
      {before && before.number !== sent.number ? <VersionChanges before={before} after={sent} /> : null}
      <CheckAnswers definition={sent.definition} answers={sent.answers} scans={scans} />
    </Page>
  );
}
