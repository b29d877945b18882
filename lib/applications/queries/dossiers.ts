import type { IntakeFilters } from '@/lib/applications/intake-filters';
import { intakeFound, intakeValues } from '@/lib/applications/queries/intake';
import type { Answers, StoredFile } from '@/lib/calls/answers';
import { rowsOf } from '@/lib/calls/answers';
import type { Bilingual } from '@/lib/calls/form';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import type { ScanState } from '@/lib/calls/scan';
import { fieldsOf } from '@/lib/calls/shape';
import { rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type Attachment = {
  id: string;
  name: string;
  question: Bilingual;
  /** Null when nothing is stored under that name any more. */
  storageKey: string | null;
  scan: ScanState | 'missing';
};
export type Dossier = {
  id: string;
  reference: string | null;
  title: string;
  organisation: string;
  call: string;
  timeZone: string;
  receivedAt: Date;
  definition: FormDefinition;
  answers: Answers;
  attachments: Attachment[];
};
type Row = Omit<Dossier, 'definition' | 'attachments'> & { definition: unknown; isOf: string };

/** A file as it was last sent, with the version of the form it answers and what is attached. Two queries at most. */
export async function dossierOf(viewer: Viewer, id: string): Promise<Dossier | null> {
  if (!isCoordinator(viewer) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [file] = await rows<Row>(
    `SELECT a.id, a.reference, a.title, a.organisation_name AS organisation, c.title AS call, c.time_zone AS "timeZone",
       s.received_at AS "receivedAt", s.answers, f.definition
     FROM application a JOIN submission s ON s.application_id = a.id AND s.in_force JOIN form_version f ON f.id = s.form_version_id
     JOIN call c ON c.id = a.call_id WHERE a.id = $1 AND a.state <> 'draft'`,
    [id],
  );
  if (!file) return null;
  const definition = formDefinition.parse(file.definition);
  return { ...file, definition, attachments: await attachmentsOf(id, definition, file.answers) };
}

async function attachmentsOf(id: string, definition: FormDefinition, answers: Answers): Promise<Attachment[]> {
  const named = fieldsOf(definition).flatMap((field) => {
    if (field.type === 'file') return listed(answers[field.id], field.label);
    if (field.type !== 'group') return [];
    const inner = field.fields.filter((one) => one.type === 'file');
    return rowsOf(answers[field.id]).flatMap((row) => inner.flatMap((one) => listed(row[one.id], one.label)));
  });
  if (named.length === 0) return [];
  const stored = await rows<{ id: string; key: string; scan: ScanState }>(
    `SELECT id::text, storage_key AS key, scan::text FROM stored_file WHERE owner_kind = 'application' AND owner_id = $1 AND id::text = ANY ($2)`,
    [id, named.map((one) => one.id)],
  );
  const known = new Map(stored.map((one) => [one.id, one]));
  return named.map((one) => {
    const found = known.get(one.id);
    return { ...one, storageKey: found?.key ?? null, scan: found?.scan ?? 'missing' };
  });
}

const listed = (answer: unknown, question: Bilingual): { id: string; name: string; question: Bilingual }[] =>
  Array.isArray(answer)
    ? (answer as StoredFile[]).flatMap((file) =>
        typeof file?.id === 'string' && 'size' in file ? [{ id: file.id, name: file.name, question }] : [],
      )
    : [];

/** The files that an archive takes, in the order of their identifiers, page by page. */
export async function dossierIds(
  viewer: Viewer,
  callId: string,
  filters: IntakeFilters,
  after: string,
): Promise<string[]> {
  if (!isCoordinator(viewer)) return [];
  const values = intakeValues(callId, filters);
  const found = await rows<{ id: string }>(
    `SELECT a.id FROM application a JOIN submission s ON s.application_id = a.id AND s.in_force
     WHERE ${intakeFound} AND a.id > $${values.length + 1}::uuid ORDER BY a.id LIMIT 200`,
    [...values, after],
  );
  return found.map(({ id }) => id);
}

/** How many files an archive would take. */
export async function dossierCount(viewer: Viewer, callId: string, filters: IntakeFilters): Promise<number> {
  if (!isCoordinator(viewer)) return 0;
  const [counted] = await rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM application a JOIN submission s ON s.application_id = a.id AND s.in_force WHERE ${intakeFound}`,
    intakeValues(callId, filters),
  );
  return counted?.count ?? 0;
}
