import { notFound } from 'next/navigation';
import { getNow, getTranslations } from 'next-intl/server';
import { CheckAnswers } from '@/components/applications/check-answers';
import { MissingPoints } from '@/components/applications/missing-points';
import { SubmitPanel } from '@/components/applications/submit-panel';
import { WordsLeft } from '@/components/applications/words-left';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { mayChange } from '@/lib/applications/policy';
import { myApplication } from '@/lib/applications/queries';
import { fileScans } from '@/lib/applications/queries/attachments';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('applications'))('check.title') };
}

/** Every answer, what is missing, and the sending. */
export default async function CheckPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}/check`);
  const [t, now, file] = await Promise.all([getTranslations('applications'), getNow(), myApplication(viewer, id)]);
  if (!file) notFound();
  const scans = await fileScans(viewer, id);
  const home = `/my-applications/${id}`;
  return (
    <Page
      title={t('check.title')}
      lead={file.title || t('untitled')}
      width="narrow"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('list.title'), href: '/my-applications' },
            { label: file.title || t('untitled'), href: home },
            { label: t('check.title') },
          ]}
        />
      }
    >
      <WordsLeft file={file} viewer={viewer} />
      <MissingPoints file={file} />
      <CheckAnswers
        definition={file.form.definition}
        answers={file.answers}
        scans={scans}
        home={mayChange(file, now) ? home : undefined}
      />
      <SubmitPanel file={file} />
    </Page>
  );
}
