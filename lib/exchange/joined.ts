import type { Answers, StoredFile } from '@/lib/calls/answers';
import type { FieldOf, FormDefinition } from '@/lib/calls/form';
import type { Tx } from '@/lib/db';
import { nameKind } from '@/lib/file-kind';
import { placeOf } from './targets';

export type JoinedFile = { field: string; id: string; name: string; size: number };

/** The answers with the files joined to them: an import that reads the file again leaves them where they are. */
export function withFiles(answers: Answers, joined: readonly JoinedFile[]): Answers {
  const out = { ...answers };
  for (const { field, id, name, size } of joined) {
    const before = (out[field] as StoredFile[] | undefined) ?? [];
    if (!before.some((one) => one.id === id)) out[field] = [...before, { id, name, size, type: nameKind(name) }];
  }
  return out;
}

/** The question of ours that takes a file from there: mapped to it, of a type it accepts, small enough, with room left. */
export function questionFor(
  form: FormDefinition,
  path: string | undefined,
  answers: Answers,
  file: { name: string; size: number },
): string {
  const place = path ? placeOf(form, path) : null;
  if (place?.field.type !== 'file') return '';
  const field = place.field as FieldOf<'file'>;
  const held = (answers[field.id] as StoredFile[] | undefined)?.length ?? 0;
  const fits = (field.types as string[]).includes(nameKind(file.name)) && file.size <= field.maxBytes;
  return fits && held < field.max ? field.id : '';
}

/** The files joined to the answers of an imported file, in the order of its questions. */
export const joinedTo = (tx: Tx, applicationId: string): Promise<JoinedFile[]> =>
  tx.$queryRaw<JoinedFile[]>`
    SELECT i.field, f.id::text, f.name, f.size FROM imported_attachment i JOIN stored_file f ON f.id = i.file_id
    WHERE i.application_id = ${applicationId}::uuid AND i.field <> '' ORDER BY i.source, i.position`;
