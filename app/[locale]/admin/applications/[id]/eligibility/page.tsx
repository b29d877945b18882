import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DecideEligibility } from '@/components/applications/decide-eligibility';
import { DecisionTimeline } from '@/components/applications/decision-timeline';
import { FileFrame } from '@/components/applications/file-frame';
import { Link } from '@/components/ui/link';
import { eligibilityRules } from '@/lib/applications/eligibility';
import { fileDesk } from '@/lib/applications/queries/board';
import { examinedFile } from '@/lib/applications/queries/examined';
import { examinationOf, fileDecisions } from '@/lib/applications/queries/preselection';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('tabs.eligibility') };
}

/** Whether a file may go on, against the call's own rules, with the reason; and every decision taken so far. */
export default async function EligibilityPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/admin/applications/${id}/eligibility`);
  const file = await examinedFile(viewer, id);
  if (!file) notFound();
  const [t, desk, decisions, { points }] = await Promise.all([
    getTranslations('intake'),
    fileDesk(viewer, file.call.id, systemClock),
    fileDecisions(viewer, id),
    examinationOf(viewer, file.call.id),
  ]);
  const { sent, call } = file;
  const rules = sent ? eligibilityRules(sent.definition, sent.answers, file, points) : [];
  return (
    <FileFrame file={file} desk={desk} current="eligibility">
      <div className="mt-6 grid gap-x-12 gap-y-8 *:mt-0 *:min-w-0 xl:grid-cols-2">
        <section aria-labelledby="rules">
          <h2 id="rules">{t('rules.title')}</h2>
          <p className="quiet">
            {t('rules.lead')}{' '}
            {file.runs ? <Link href={`/admin/calls/${call.slug}/examination`}>{t('rules.change')}</Link> : null}
          </p>
          <DecideEligibility file={file} rules={rules} />
        </section>
        <section aria-labelledby="decisions">
          <h2 id="decisions">{t('decisions.title')}</h2>
          <DecisionTimeline {...{ decisions, rules }} state={file.state} published={call.published} runs={file.runs} />
        </section>
      </div>
    </FileFrame>
  );
}
