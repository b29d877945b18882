import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SealedMinutes } from '@/components/jury/sealed-minutes';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { minutesById } from '@/lib/jury/queries/minutes';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury.nav'))('minutes') };
}

export default async function JurorMinutesPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/jury/minutes/${encodeURIComponent(id)}`);
  const minutes = await minutesById(viewer, id);
  if (!minutes) notFound();
  const t = await getTranslations('jury');
  return (
    <Page
      title={t('nav.minutes')}
      width="wide"
      breadcrumbs={<Breadcrumbs items={[{ label: t('my.title'), href: '/jury' }, { label: t('nav.minutes') }]} />}
    >
      <SealedMinutes minutes={minutes} viewerId={viewer.id} />
    </Page>
  );
}
