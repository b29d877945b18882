import { getTranslations } from 'next-intl/server';
import { AnswerSheet } from '@/components/calls/answer-sheet';
import { fieldId } from '@/components/ui/form-state';
import type { Answers } from '@/lib/calls/answers';
import type { FormDefinition } from '@/lib/calls/form';
import { READABLE_BY_AUTHORS, type ScanState } from '@/lib/calls/scan';

type Props = {
  definition: FormDefinition;
  answers: Answers;
  scans: Record<string, ScanState>;
  /** Where answers are changed; absent when they are only read. */
  home?: string;
};

/** Check your answers: every question asked, its answer, the link that changes it. */
export async function CheckAnswers({ definition, answers, scans, home }: Props) {
  const t = await getTranslations('applications.check');
  return (
    <AnswerSheet
      // While it is being prepared, what is signed is asked under the answers.
      definition={home ? { ...definition, attestations: [] } : definition}
      answers={answers}
      scans={scans}
      fileHref={({ id }) => (READABLE_BY_AUTHORS.includes(scans[id] ?? 'pending') ? `/api/files/${id}` : undefined)}
      change={
        home
          ? (section, field) => ({ href: `${home}/sections/${section}#${fieldId(field)}`, label: t('change') })
          : undefined
      }
    />
  );
}
