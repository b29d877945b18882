import { getTranslations } from 'next-intl/server';
import { MyFiles } from '@/components/jury/my-files';
import { MyHearings } from '@/components/jury/my-hearings';
import { SeatCard } from '@/components/jury/seat-card';
import { TiesToDeclare } from '@/components/jury/ties-to-declare';
import { Page } from '@/components/layout/page';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { myHearings } from '@/lib/jury/queries/hearing';
import { myFiles, mySeats } from '@/lib/jury/queries/juror';
import { tiesToDeclare } from '@/lib/jury/queries/ties';

export async function generateMetadata() {
  return { title: (await getTranslations('jury.my'))('title') };
}

export default async function JuryPage() {
  const viewer = await requireSignIn('/jury');
  const t = await getTranslations('jury.my');
  const [files, seats, hearings, ties] = await Promise.all([
    myFiles(viewer),
    mySeats(viewer),
    myHearings(viewer),
    tiesToDeclare(viewer),
  ]);
  const stages = [...Map.groupBy(files, (file) => file.stageId).entries()];
  return (
    <Page title={t('title')} home="today" lead={t('lead')}>
      {seats.map((seat) => (
        <SeatCard key={seat.id} seat={seat} />
      ))}
      <TiesToDeclare ties={ties} />
      <MyHearings hearings={hearings} />
      {stages.map(([id, all]) => (
        <MyFiles key={id} files={all} />
      ))}
      {files.length + hearings.length === 0 ? <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState> : null}
    </Page>
  );
}
