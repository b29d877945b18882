import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ConflictForm } from '@/components/jury/conflict-form';
import { FileSections } from '@/components/jury/file-sections';
import { JurorQuestions } from '@/components/jury/juror-questions';
import { OthersReviews } from '@/components/jury/others-reviews';
import { ReadAndMark } from '@/components/jury/read-and-mark';
import { ReviewPane } from '@/components/jury/review-pane';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { reviewHistory } from '@/lib/jury/queries/history';
import { questionsForJuror } from '@/lib/jury/queries/questions';
import { fileToRead } from '@/lib/jury/queries/reading';
import { UUID } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ id: string }> };

export default async function FilePage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/jury/files/${encodeURIComponent(id)}`);
  const file = UUID.test(id) ? await fileToRead(viewer, id) : null;
  if (!file) notFound();
  const t = await getTranslations('jury.read');
  return (
    <Page
      width="wide"
      title={file.title}
      lead={[file.reference, file.organisation, file.stage].filter(Boolean).join(' · ')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('breadcrumb'), href: '/jury' }, { label: file.title }]} />}
    >
      <title>{file.title}</title>
      {file.hidden ? <Notice tone="info">{t('hidden')}</Notice> : null}
      <p className="mb-4 lg:hidden">
        <a className="link" href="#grid">
          {t('toGrid')}
        </a>
      </p>
      <ReadAndMark
        file={
          <>
            <h2 id="file">{t('file')}</h2>
            <FileSections sections={file.sections} fileHref={(one) => `/api/jury/files/${file.id}/${one}`} />
            {file.closed ? null : <ConflictForm assignmentId={file.id} />}
            <JurorQuestions
              placeId={file.id}
              back="files"
              closed={file.closed}
              questions={await questionsForJuror(viewer, file.id)}
            />
            <OthersReviews file={file} />
          </>
        }
        grid={<ReviewPane file={file} versions={await reviewHistory(viewer, file.id)} />}
      />
    </Page>
  );
}
