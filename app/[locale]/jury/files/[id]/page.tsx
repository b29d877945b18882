import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ConflictForm } from '@/components/jury/conflict-form';
import { FileSections } from '@/components/jury/file-sections';
import { OthersReviews } from '@/components/jury/others-reviews';
import { ReviewForm } from '@/components/jury/review-form';
import { ReviewSheet } from '@/components/jury/review-sheet';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { Moment } from '@/components/ui/time';
import { requireSignIn } from '@/lib/auth/session';
import { fileToRead } from '@/lib/jury/queries/reading';
import { UUID } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ id: string }> };

export default async function FilePage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/jury/files/${encodeURIComponent(id)}`);
  const file = UUID.test(id) ? await fileToRead(viewer, id) : null;
  if (!file) notFound();
  const t = await getTranslations('jury.read');
  const sentAt = file.review?.sentAt;
  return (
    <Page
      title={file.title}
      lead={[file.reference, file.organisation, file.stage].filter(Boolean).join(' · ')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('breadcrumb'), href: '/jury' }, { label: file.title }]} />}
    >
      <title>{file.title}</title>
      {file.hidden ? <Notice tone="info">{t('hidden')}</Notice> : null}
      <section aria-labelledby="file">
        <h2 id="file">{t('file')}</h2>
        <FileSections sections={file.sections} fileHref={(one) => `/api/jury/files/${file.id}/${one}`} />
      </section>
      {file.closed ? null : <ConflictForm assignmentId={file.id} />}
      <section aria-labelledby="grid">
        <h2 id="grid">{t('grid')}</h2>
        {sentAt ? (
          <Notice tone="good">
            {t('sentAt')} <Moment date={new Date(sentAt)} />. {file.closed ? t('closed') : t('sentNotice')}
          </Notice>
        ) : null}
        {file.closed && file.review ? <ReviewSheet rubric={file.rubric} review={file.review} /> : null}
        {file.closed && !file.review ? <p>{t('closed')}</p> : null}
        {file.closed ? null : <ReviewForm file={file} />}
      </section>
      <OthersReviews file={file} />
    </Page>
  );
}
