import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TitleList } from '@/components/jury/title-list';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { EmptyState } from '@/components/ui/panel';
import { Moment } from '@/components/ui/time';
import { requireSignIn } from '@/lib/auth/session';
import { finishTiesAction } from '@/lib/jury/actions/room';
import { titlesForTies } from '@/lib/jury/queries/ties';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury.ties'))('title') };
}

export default async function TiesPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/jury/ties/${encodeURIComponent(id)}`);
  const titles = await titlesForTies(viewer, id);
  if (!titles) notFound();
  const t = await getTranslations('jury');
  return (
    <Page
      title={t('ties.title')}
      lead={`${titles.stage} · ${titles.call}`}
      breadcrumbs={<Breadcrumbs items={[{ label: t('my.title'), href: '/jury' }, { label: t('ties.title') }]} />}
    >
      <p className="max-w-2xl">{t('ties.help')}</p>
      {titles.doneAt ? (
        <Notice tone="good">
          {t('ties.doneAt')} <Moment date={titles.doneAt} />.
        </Notice>
      ) : null}
      {titles.files.length ? (
        <TitleList stageId={titles.stageId} files={titles.files} />
      ) : (
        <EmptyState title={t('ties.none')} />
      )}
      <ActionForm action={finishTiesAction} hidden={{ stageId: titles.stageId }} className="mt-6">
        <SubmitButton>{t('ties.finish')}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
