import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DecisionTimeline } from '@/components/applications/decision-timeline';
import { FileStatus } from '@/components/applications/file-status';
import { FileTools } from '@/components/applications/file-tools';
import { IntakeActs } from '@/components/applications/intake-acts';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { SentAnswers } from '@/components/applications/sent-answers';
import { Page } from '@/components/layout/page';
import { ActionForm } from '@/components/ui/action-form';
import { examineFilesAction } from '@/lib/applications/actions/examine';
import { instructors, intakeFile } from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('file') };
}

export default async function IntakeFilePage({ params }: Props) {
  const { locale, id } = await params;
  const viewer = await requireSignIn(`/admin/applications/${id}`);
  const file = await intakeFile(viewer, id);
  if (!file) notFound();
  const [t, people] = await Promise.all([getTranslations('intake'), instructors(viewer, file.call.id)]);
  return (
    <Page
      title={file.title || t('table.untitled')}
      lead={file.organisationName}
      breadcrumbs={<IntakeCrumbs call={file.call} file={file.reference ?? t('file')} />}
      width="wide"
    >
      <p>
        <FileStatus state={file.state} /> <a href={`/${locale}/admin/applications/${id}/pdf`}>{t('export.pdf')}</a>
      </p>
      <div className="split">
        <div>
          <SentAnswers
            viewer={viewer}
            applicationId={id}
            definition={file.formVersion.definition}
            answers={file.submissions[0]?.answers}
          />
        </div>
        <aside aria-label={t('examine')}>
          <h2>{t('examine')}</h2>
          <ActionForm action={examineFilesAction} hidden={{ ids: file.id }}>
            <IntakeActs people={people} eligibilityOnly />
          </ActionForm>
          <DecisionTimeline decisions={file.decisions} />
          <FileTools viewer={viewer} id={file.id} />
        </aside>
      </div>
    </Page>
  );
}
