import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AnswerQuestions } from '@/components/applications/answer-questions';
import { MyFileCrumbs } from '@/components/applications/my-file-crumbs';
import { Page } from '@/components/layout/page';
import { EmptyState } from '@/components/ui/panel';
import { myQuestions } from '@/lib/applications/queries/preselection';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('correspondence'))('questions.mine') };
}

/** The questions sent before the hearing, and where they are answered. */
export default async function MyQuestionsPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}/questions`);
  const [t, file] = await Promise.all([getTranslations('correspondence.questions'), myQuestions(viewer, id)]);
  if (!file) notFound();
  return (
    <Page
      title={t('mine')}
      lead={t('mineLead')}
      width="narrow"
      breadcrumbs={<MyFileCrumbs file={file} here={t('mine')} />}
    >
      {file.questions.length === 0 ? <EmptyState title={t('noneAsked')} /> : null}
      <AnswerQuestions
        applicationId={id}
        questions={file.questions}
        canAnswer={file.right !== 'view' && file.state !== 'withdrawn'}
        now={systemClock()}
        zone={file.call.timeZone}
      />
    </Page>
  );
}
