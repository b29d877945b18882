import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ConflictForm } from '@/components/jury/conflict-form';
import { FileSections } from '@/components/jury/file-sections';
import { JurorQuestions } from '@/components/jury/juror-questions';
import { OthersReviews } from '@/components/jury/others-reviews';
import { ReadAndMark } from '@/components/jury/read-and-mark';
import { ReviewPane } from '@/components/jury/review-pane';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { reviewHistory } from '@/lib/jury/queries/history';
import { questionsForJuror } from '@/lib/jury/queries/questions';
import { fileToRead } from '@/lib/jury/queries/reading';
import { UUID } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string) => (UUID.test(id) ? fileToRead(await currentViewer(), id) : null));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).id))?.title };
}

export default async function FilePage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/jury/files/${encodeURIComponent(id)}`);
  const file = await load(id);
  if (!file) notFound();
  const t = await getTranslations('jury.read');
  return (
    <Page
      width="wide"
      title={file.title}
      lead={[file.reference, file.organisation, file.stage].filter(Boolean).join(' · ')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('breadcrumb'), href: '/jury' }, { label: file.title }]} />}
    >
      {file.hidden ? <Notice tone="info">{t('hidden')}</Notice> : null}
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
