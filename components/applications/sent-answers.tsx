import { AnswerSheet } from '@/components/calls/answer-sheet';
import { fileScans } from '@/lib/applications/queries/attachments';
import type { Answers } from '@/lib/calls/answers';
import { formDefinition } from '@/lib/calls/form';
import { READABLE_BY_OTHERS } from '@/lib/calls/scan';
import type { Viewer } from '@/lib/viewer';

type Props = { viewer: Viewer; applicationId: string; definition: unknown; answers: unknown };

/** What was sent, as the team reads it: attached files open once they are not suspected. */
export async function SentAnswers({ viewer, applicationId, definition, answers }: Props) {
  const scans = await fileScans(viewer, applicationId);
  return (
    <AnswerSheet
      definition={formDefinition.parse(definition)}
      answers={(answers ?? {}) as Answers}
      scans={scans}
      fileHref={({ id }) => (READABLE_BY_OTHERS.includes(scans[id] ?? 'pending') ? `/api/files/${id}` : undefined)}
    />
  );
}
