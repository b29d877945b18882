import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { FileSections } from '@/components/jury/file-sections';
import { HearingPane } from '@/components/jury/hearing-pane';
import { JurorQuestions } from '@/components/jury/juror-questions';
import { ReadAndMark } from '@/components/jury/read-and-mark';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { hearing } from '@/lib/jury/queries/hearing';
import { hearingHistory } from '@/lib/jury/queries/history';
import { questionsForJuror } from '@/lib/jury/queries/questions';

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string) => hearing(await currentViewer(), id));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).id))?.file.title };
}

export default async function HearingPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/jury/hearings/${encodeURIComponent(id)}`);
  const found = await load(id);
  if (!found) notFound();
  const t = await getTranslations('jury');
  const { file } = found;
  const [questions, versions] = await Promise.all([questionsForJuror(viewer, id), hearingHistory(viewer, id)]);
  return (
    <Page
      width="wide"
      title={file.title}
      lead={[file.reference, file.organisation, t('panels.panel', { name: found.panel }), found.room]
        .filter(Boolean)
        .join(' · ')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('my.title'), href: '/jury' }, { label: file.title }]} />}
    >
      <ReadAndMark
        file={
          <>
            <h2 id="file">{t('read.file')}</h2>
            <FileSections sections={file.sections} fileHref={(one) => `/api/jury/files/${found.id}/${one}`} />
            <JurorQuestions placeId={id} back="hearings" closed={found.closed} questions={questions} />
          </>
        }
        grid={<HearingPane hearing={found} versions={versions} />}
      />
    </Page>
  );
}
