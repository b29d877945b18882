import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FileCrumbs } from '@/components/applications/file-crumbs';
import { SimilarList } from '@/components/applications/similar-list';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/panel';
import { compareAgainAction } from '@/lib/applications/actions/similar';
import { intakeFile } from '@/lib/applications/queries/intake';
import { comparedAt, similarOf } from '@/lib/applications/queries/similar';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('similar'))('title') };
}

/** Projects that resemble a file, of any year. */
export default async function SimilarPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/admin/applications/${id}/similar`);
  const file = await intakeFile(viewer, id);
  if (!file) notFound();
  const [t, similar, compared] = await Promise.all([
    getTranslations('similar'),
    similarOf(viewer, id),
    comparedAt(viewer, id),
  ]);
  const nothing = compared ? 'none' : 'waiting';
  return (
    <Page
      title={t('title')}
      lead={t('lead', { title: file.title })}
      breadcrumbs={<FileCrumbs file={file} page={t('title')} />}
    >
      {similar.length ? (
        <SimilarList similar={similar} />
      ) : (
        <EmptyState title={t(nothing)}>{t(`${nothing}Help`)}</EmptyState>
      )}
      <ActionForm action={compareAgainAction} hidden={{ applicationId: id }} className="mt-8">
        <SubmitButton kind="secondary">{t('again')}</SubmitButton>
        <p className="quiet mt-2">{t('againHelp')}</p>
      </ActionForm>
    </Page>
  );
}
