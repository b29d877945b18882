import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AskedOfMe } from '@/components/applications/asked-of-me';
import { FileActs } from '@/components/applications/file-acts';
import { FileFacts } from '@/components/applications/file-facts';
import { KeptAnswers } from '@/components/applications/kept-answers';
import { SectionTasks } from '@/components/applications/section-tasks';
import { WhatIsNew } from '@/components/applications/what-is-new';
import { WordsLeft } from '@/components/applications/words-left';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { myApplication } from '@/lib/applications/queries';
import { askedOfMe } from '@/lib/applications/queries/talk';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props) {
  const { id } = await params;
  const file = await myApplication(await requireSignIn(`/my-applications/${id}`), id);
  return { title: file?.title || (await getTranslations('applications'))('untitled') };
}

/** A file: where it stands, what remains to be written, what was sent. */
export default async function ApplicationPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}`);
  const [t, file, asked] = await Promise.all([
    getTranslations('applications'),
    myApplication(viewer, id),
    askedOfMe(viewer, id),
  ]);
  if (!file) notFound();
  return (
    <Page
      title={file.title || t('untitled')}
      lead={file.call.title}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[{ label: t('list.title'), href: '/my-applications' }, { label: file.title || t('untitled') }]}
        />
      }
    >
      <FileFacts file={file} />
      <AskedOfMe applicationId={id} asked={asked} sent={file.reference !== null} zone={file.call.timeZone} />
      <WordsLeft file={file} viewer={viewer} />
      <WhatIsNew file={file} viewer={viewer} />
      <SectionTasks file={file} />
      <KeptAnswers file={file} viewer={viewer} />
      <FileActs file={file} />
    </Page>
  );
}
