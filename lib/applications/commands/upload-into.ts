import { type AttachRefusal, keepFile, mayAttach } from '@/lib/applications/commands/attach';
import {
  type CorrectionFileRefusal,
  keepInCorrection,
  mayCorrect,
} from '@/lib/applications/commands/attach-correction';
import type { FieldOf } from '@/lib/calls/form';
import { ok, type Result } from '@/lib/result';
import type { Stored } from '@/lib/storage';
import type { PersonViewer, Viewer } from '@/lib/viewer';

/** Where a file in pieces goes: a question of a draft, or of an open correction. Each keeps its own rules. */
export type Into = { applicationId: string } | { correctionId: string };
export type IntoRefusal = AttachRefusal | CorrectionFileRefusal;
export type Target = {
  person: PersonViewer;
  field: FieldOf<'file'>;
  applicationId: string;
  keep: (name: string, stored: Stored) => Promise<Result<{ id: string }, IntoRefusal>>;
};

/** The uploads of one place: those of a correction are never reached through its draft, nor the other way round. */
export const within = (into: Into) =>
  'correctionId' in into
    ? { correctionId: into.correctionId }
    : { applicationId: into.applicationId, correctionId: null };

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
  const { applicationId } = into;
  const may = await mayAttach(viewer, { applicationId, field: fieldId }, receivedAt);
  if (!may.ok) return may;
  const { person, field } = may.value;
  const keep: Target['keep'] = (name, stored) => keepFile(person, applicationId, field, name, stored, receivedAt);
  return ok({ person, field, applicationId, keep });
}
