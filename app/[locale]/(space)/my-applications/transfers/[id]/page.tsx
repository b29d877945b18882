import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TransferAnswer } from '@/components/applications/transfer-answer';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { transferTo } from '@/lib/applications/queries/transfers';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('applications'))('transfer.page') };
}

/** A file somebody proposes to hand over: take it, or not. */
export default async function TransferPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/my-applications/transfers/${id}`);
  const [t, transfer] = await Promise.all([getTranslations('applications'), transferTo(viewer, id)]);
  if (!transfer) notFound();
  const title = t('transfer.page');
  return (
    <Page
      title={title}
      lead={t('transfer.by', { by: transfer.by })}
      width="narrow"
      breadcrumbs={<Breadcrumbs items={[{ label: t('list.title'), href: '/my-applications' }, { label: title }]} />}
    >
      <TransferAnswer transfer={transfer} />
    </Page>
  );
}
