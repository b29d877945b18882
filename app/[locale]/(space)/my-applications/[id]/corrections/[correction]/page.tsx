import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CorrectionFacts, canCorrect } from '@/components/applications/correction-facts';
import { CorrectionForm } from '@/components/applications/correction-form';
import { MyFileCrumbs } from '@/components/applications/my-file-crumbs';
import { errorSentences } from '@/components/calls/error-sentences';
import { Page } from '@/components/layout/page';
import { idleState } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { corrected, errorsOf } from '@/lib/applications/corrections';
import { type MyCorrection, myCorrection } from '@/lib/applications/queries/corrections';
import { requireSignIn } from '@/lib/auth/session';
import { validateAnswers } from '@/lib/calls/validation';
import { systemClock } from '@/lib/clock';

type Props = {
  params: Promise<{ id: string; correction: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('correspondence'))('corrections.mine') };
}

/** What is wrong with what was kept, said beside its field when it was sent. */
async function faults({ definition, inForce, fields, start, fieldIds }: MyCorrection) {
  const answers = corrected(inForce, fields, start);
  const errors = errorsOf(validateAnswers(definition, answers), fieldIds);
  if (errors.length === 0) return undefined;
  return { ...idleState, status: 'error' as const, errors: await errorSentences(definition, errors) };
}

/** The answers the team asks to correct: those alone, until the date given, even after the call has closed. */
export default async function CorrectionPage({ params, searchParams }: Props) {
  const { id, correction: correctionId } = await params;
  const viewer = await requireSignIn(`/my-applications/${id}/corrections/${correctionId}`);
  const [correction, query, now] = [await myCorrection(viewer, id, correctionId), await searchParams, systemClock()];
  if (!correction) notFound();
  const t = await getTranslations('correspondence.corrections');
  const state = query.check === '1' ? await faults(correction) : undefined;
  return (
    <Page
      title={t('mine')}
      lead={correction.file.title}
      width="narrow"
      breadcrumbs={<MyFileCrumbs file={correction.file} here={t('mine')} />}
    >
      {query.saved === '1' ? <Notice tone="good">{t('kept')}</Notice> : null}
      <CorrectionFacts correction={correction} now={now} />
      {canCorrect(correction, now) ? <CorrectionForm correction={correction} initialState={state} /> : null}
    </Page>
  );
}
