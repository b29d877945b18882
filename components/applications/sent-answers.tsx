import { AnswerSheet } from '@/components/calls/answer-sheet';
import type { Answers } from '@/lib/calls/answers';
import { formDefinition } from '@/lib/calls/form';
import { READABLE_BY_OTHERS, type ScanState } from '@/lib/calls/scan';

type Props = { definition: unknown; answers: unknown; scans: Record<string, ScanState> };

/** What was sent, as the team reads it: attached files open once they are not suspected. */
export function SentAnswers({ definition, answers, scans }: Props) {
  return (
    <AnswerSheet
      definition={formDefinition.parse(definition)}
      answers={(answers ?? {}) as Answers}
      scans={scans}
      fileHref={({ id }) => (READABLE_BY_OTHERS.includes(scans[id] ?? 'pending') ? `/api/files/${id}` : undefined)}
    />
  );
}
