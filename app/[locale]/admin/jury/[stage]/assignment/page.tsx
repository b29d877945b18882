import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AssignmentBoard } from '@/components/jury/assignment-board';
import { BreachList } from '@/components/jury/breach-list';
import { PairRules } from '@/components/jury/pair-rules';
import { SolvePanel } from '@/components/jury/solve-panel';
import { StageFrame } from '@/components/jury/stage-frame';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { conflicts, filesWithReaders, seats } from '@/lib/jury/queries/assignment';
import { readingBreaches } from '@/lib/jury/queries/breaches';
import { pairRules, solutions } from '@/lib/jury/queries/solution';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.assignment') };
}

export default async function AssignmentPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/assignment`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.assign');
  const [files, jury, ties, earlier, rules, broken] = await Promise.all([
    filesWithReaders(viewer, stage),
    seats(viewer, stage),
    conflicts(viewer, stage),
    solutions(viewer, stage),
    pairRules(viewer, stage),
    readingBreaches(viewer, stage),
  ]);
  const blocked = new Map<string, string[]>();
  for (const tie of ties)
    if (tie.state !== 'dismissed') {
      const key = `${tie.personId} ${tie.applicationId}`;
      blocked.set(key, [...(blocked.get(key) ?? []), tie.kind]);
    }
  return (
    <StageFrame stage={stage} part="assignment" lead={t('lead')}>
      {jury.length === 0 ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : null}
      <SolvePanel stageId={stage.id} kind="readings" settings={stage.settings} solutions={earlier} />
      <BreachList {...broken} />
      <AssignmentBoard stageId={stage.id} files={files} seats={jury} blocked={blocked} />
      <PairRules
        stageId={stage.id}
        rules={rules}
        jurors={jury.map(({ personId, name }) => ({ value: personId, label: name }))}
        files={files.map((file) => ({ value: file.id, label: file.title }))}
      />
    </StageFrame>
  );
}
