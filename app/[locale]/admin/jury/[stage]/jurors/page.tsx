import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { InviteForm } from '@/components/jury/invite-form';
import { JurorAbsence } from '@/components/jury/juror-absence';
import { JurorTable } from '@/components/jury/juror-table';
import { StageFrame } from '@/components/jury/stage-frame';
import { EmptyState } from '@/components/ui/panel';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { requireSignIn } from '@/lib/auth/session';
import { seats } from '@/lib/jury/queries/assignment';
import { stageDetail } from '@/lib/jury/queries/stages';
import { JUROR_STATES } from '@/lib/jury/states';

type Props = {
  params: Promise<{ stage: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.jurors') };
}

export default async function JurorsPage({ params, searchParams }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/jurors`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.jurors');
  const jury = await seats(viewer, stage);
  const asked = (await searchParams).state;
  const state = JUROR_STATES.find((one) => one === asked);
  const shown = state ? jury.filter((seat) => seat.state === state) : jury;
  const at = `/admin/jury/${stage.id}/jurors`;
  const filters = [
    { href: at, label: t('everyone'), count: jury.length, current: !state },
    ...JUROR_STATES.map((one) => ({
      href: `${at}?state=${one}`,
      label: t(`states.${one}`),
      count: jury.filter((seat) => seat.state === one).length,
      current: state === one,
    })),
  ];
  return (
    <StageFrame
      stage={stage}
      part="jurors"
      lead={t('lead')}
      actions={
        <a className="btn" data-kind="secondary" href={`/api/jury/grids/${stage.id}?lang=${await getLocale()}`}>
          {t('printGrids')}
        </a>
      }
    >
      {jury.length ? <FilterLinks label={t('filter')} options={filters} /> : null}
      {shown.length ? <JurorTable seats={shown} /> : <EmptyState title={t(jury.length ? 'noneSo' : 'none')} />}
      <JurorAbsence stageId={stage.id} halfDays={stage.settings.halfDays} seats={jury} />
      <InviteForm stageId={stage.id} callId={stage.callId} seats={jury} />
    </StageFrame>
  );
}
