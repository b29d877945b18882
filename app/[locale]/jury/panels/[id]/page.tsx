import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { GeneralForm } from '@/components/jury/general-form';
import { GeneralSheet } from '@/components/jury/general-sheet';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { generalGrid } from '@/lib/jury/queries/hearing';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury.hearing'))('general') };
}

export default async function PanelPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/jury/panels/${encodeURIComponent(id)}`);
  const grid = await generalGrid(viewer, id);
  if (!grid) notFound();
  const t = await getTranslations('jury');
  const opinion = grid.rubric.generalGrid;
  return (
    <Page
      title={t('hearing.general')}
      lead={`${t('panels.panel', { name: grid.name })} · ${grid.stage}`}
      breadcrumbs={<Breadcrumbs items={[{ label: t('my.title'), href: '/jury' }, { label: t('hearing.general') }]} />}
    >
      <GeneralSheet grid={grid} />
      {opinion && grid.writes && !grid.closed ? <GeneralForm grid={grid} opinion={opinion} /> : null}
    </Page>
  );
}
