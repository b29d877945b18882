import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CorrectionFacts, canCorrect } from '@/components/applications/correction-facts';
import { correctionFaults } from '@/components/applications/correction-faults';
import { CorrectionWithFiles } from '@/components/applications/correction-with-files';
import { MyFileCrumbs } from '@/components/applications/my-file-crumbs';
import { Page } from '@/components/layout/page';
import { Notice } from '@/components/ui/notice';
import { myCorrection } from '@/lib/applications/queries/corrections';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = {
  params: Promise<{ id: string; correction: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('correspondence'))('corrections.mine') };
}

/** The answers the team asks to correct: those alone, until the date given, even after the call has closed. */
export default async function CorrectionPage({ params, searchParams }: Props) {
  const { id, correction: correctionId } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}/corrections/${correctionId}`);
  const [correction, query, now] = [await myCorrection(viewer, id, correctionId), await searchParams, systemClock()];
  if (!correction) notFound();
  const t = await getTranslations('correspondence.corrections');
  const state = query.check === '1' ? await correctionFaults(correction) : undefined;
  const key = `refusals.${query.refused}` as 'refusals.file_type';
  const refused = typeof query.refused === 'string' && t.has(key) ? t(key) : null;
  return (
    <Page
      title={t('mine')}
      lead={correction.file.title}
      width="narrow"
      breadcrumbs={<MyFileCrumbs file={correction.file} here={t('mine')} />}
    >
      {query.saved === '1' ? <Notice tone="good">{t('kept')}</Notice> : null}
      <CorrectionFacts correction={correction} now={now} />
      {refused ? <Notice tone="bad" boxed title={refused} /> : null}
      {canCorrect(correction, now) ? (
        <CorrectionWithFiles {...{ viewer, correction, initialState: state, kept: String(query.at) }} />
      ) : null}
    </Page>
  );
}
