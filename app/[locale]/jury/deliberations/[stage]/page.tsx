import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InRoom } from '@/components/jury/in-room';
import { Live } from '@/components/jury/live';
import { RoomList } from '@/components/jury/room-list';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { board } from '@/lib/jury/queries/board';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury.nav'))('deliberation') };
}

export default async function RoomPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/jury/deliberations/${encodeURIComponent(id)}`);
  const table = await board(viewer, id);
  if (!table) notFound();
  const t = await getTranslations('jury');
  return (
    <Page
      title={t('nav.deliberation')}
      lead={`${table.name} · ${table.call}`}
      breadcrumbs={<Breadcrumbs items={[{ label: t('my.title'), href: '/jury' }, { label: t('nav.deliberation') }]} />}
    >
      <Live url={`/api/jury/live/${table.id}`} texts={{ on: t('board.liveOn'), off: t('board.liveOff') }} />
      <InRoom names={table.present} />
      <RoomList board={table} />
    </Page>
  );
}
