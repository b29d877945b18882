import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CollectiveForm } from '@/components/jury/collective-form';
import { FileSections } from '@/components/jury/file-sections';
import { Live } from '@/components/jury/live';
import { ReviewSheet } from '@/components/jury/review-sheet';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Moment } from '@/components/ui/time';
import { requireSignIn } from '@/lib/auth/session';
import { hearing } from '@/lib/jury/queries/hearing';

type Props = { params: Promise<{ id: string }> };

export default async function HearingPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/jury/hearings/${encodeURIComponent(id)}`);
  const found = await hearing(viewer, id);
  if (!found) notFound();
  const t = await getTranslations('jury');
  const { file, grid, rubric } = found;
  return (
    <Page
      title={file.title}
      lead={[file.reference, file.organisation, t('panels.panel', { name: found.panel }), found.room]
        .filter(Boolean)
        .join(' · ')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('my.title'), href: '/jury' }, { label: file.title }]} />}
    >
      <title>{file.title}</title>
      {found.startsAt ? <Moment date={found.startsAt} /> : null}
      <h2>{t('read.file')}</h2>
      <FileSections sections={file.sections} />
      <h2>{t('hearing.grid')}</h2>
      {found.writes && !found.closed ? (
        <CollectiveForm hearing={found} />
      ) : (
        <>
          <p>{t('hearing.heldBy', { name: found.rapporteur })}</p>
          <Live url={`/api/jury/live/${found.panelId}`} texts={{ on: t('hearing.liveOn'), off: t('board.liveOff') }} />
          <ReviewSheet rubric={rubric} review={{ ...grid, abstained: false }} />
        </>
      )}
    </Page>
  );
}
