import { type AttachRefusal, keepFile, mayAttach } from '@/lib/applications/commands/attach';
import {
  type CorrectionFileRefusal,
  keepInCorrection,
  mayCorrect,
} from '@/lib/applications/commands/attach-correction';
import { ANY_FILE, keepWithMessage, mayWrite } from '@/lib/applications/commands/message-file';
import { MESSAGE_FILE } from '@/lib/applications/queries/attachments';
import type { FieldOf } from '@/lib/calls/form';
import type { Prisma } from '@/lib/db';
import { ok, type Result } from '@/lib/result';
import type { Stored } from '@/lib/storage';
import type { PersonViewer, Viewer } from '@/lib/viewer';

/**
 * Where a file in pieces goes: a question of a draft, or of an open correction, or a message about a file that was sent.
 * Each keeps its own rules.
 */
export type Into = { applicationId: string } | { correctionId: string } | { messageAbout: string };
export type IntoRefusal = AttachRefusal | CorrectionFileRefusal;
export type Target = {
  person: PersonViewer;
  field: Pick<FieldOf<'file'>, 'id' | 'types' | 'maxBytes'>;
  applicationId: string;
  /** `words` are those written with it, of a message. */
  keep: (name: string, stored: Stored, words: string) => Promise<Result<{ id: string }, IntoRefusal>>;
};

/** The uploads of one place: those of a correction or of messages are never reached through the draft, nor the other way round. */
export const within = (into: Into): Prisma.UploadWhereInput => {
  if ('correctionId' in into) return { correctionId: into.correctionId };
  if ('messageAbout' in into) return { applicationId: into.messageAbout, field: MESSAGE_FILE };
  return { applicationId: into.applicationId, correctionId: null, field: { not: MESSAGE_FILE } };
};

/** The question a file would answer there and how it is kept, when this viewer may answer it at that time. */
export async function mayPut(
  viewer: Viewer,
  into: Into,
  fieldId: string,
  receivedAt: Date,
): Promise<Result<Target, IntoRefusal>> {
  if ('correctionId' in into) {
    const { correctionId } = into;
    const may = await mayCorrect(viewer, correctionId, fieldId, receivedAt);
    if (!may.ok) return may;
    const { person } = may.value;
    const keep: Target['keep'] = (name, stored) =>
      keepInCorrection(person, { correctionId, fieldId, name, stored }, receivedAt);
    return ok({ ...may.value, keep });
  }
  if ('messageAbout' in into) {
    const { messageAbout: applicationId } = into;
    const side = await mayWrite(viewer, applicationId);
    if (!side.ok) return side;
    const { person, write } = side.value;
    const keep: Target['keep'] = async (name, stored, body) => {
      const sent = await keepWithMessage(person, { applicationId, body, name, stored, write }, () => receivedAt);
      return sent.ok ? ok({ id: sent.value.fileId ?? sent.value.id }) : sent;
    };
    return ok({ person, field: ANY_FILE, applicationId, keep });
  }
  const { applicationId } = into;
  const may = await mayAttach(viewer, { applicationId, field: fieldId }, receivedAt);
  if (!may.ok) return may;
  const { person, field } = may.value;
  const keep: Target['keep'] = (name, stored) => keepFile(person, applicationId, field, name, stored, receivedAt);
  return ok({ person, field, applicationId, keep });
}
