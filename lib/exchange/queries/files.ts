import type { Answers } from '@/lib/calls/answers';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import { db, rows, type Tx } from '@/lib/db';
import { Mapping } from '@/lib/exchange/files-mapping';
import { digestOf, type KnownFiles } from '@/lib/exchange/files-plan';
import { readUpload } from '@/lib/exchange/files-reader';
import { FilesReport, type FilesState } from '@/lib/exchange/files-report';
import type { Source } from '@/lib/exchange/files-source';
import { mayImport } from '@/lib/exchange/policy';
import { suggestMap } from '@/lib/exchange/targets';
import type { Viewer } from '@/lib/viewer';

/** A call that files can be brought into: its form in force. Null for who may not. */
export async function importableCall(viewer: Viewer, slug: string) {
  if (!mayImport(viewer)) return null;
  const call = await db.call.findFirst({
    where: { slug },
    select: {
      id: true,
      slug: true,
      title: true,
      forms: {
        where: { publishedAt: { not: null } },
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true, number: true, definition: true },
      },
    },
  });
  const [form] = call?.forms ?? [];
  if (!call || !form) return null;
  const { forms: _, ...rest } = call;
  return { ...rest, form: { ...form, definition: formDefinition.parse(form.definition) as FormDefinition } };
}
export type ImportableCall = NonNullable<Awaited<ReturnType<typeof importableCall>>>;

const SELECT = {
  id: true,
  name: true,
  kind: true,
  source: true,
  state: true,
  report: true,
  createdAt: true,
  appliedAt: true,
} as const;
const shown = <Row extends { state: string; report: unknown; kind: string }>(row: Row) => ({
  ...row,
  state: row.state as FilesState,
  kind: row.kind as 'demarches' | 'csv',
  report: FilesReport.parse(row.report),
});

/** The imports of files into a call, newest first. */
export async function filesImports(viewer: Viewer, callId: string) {
  if (!mayImport(viewer)) return [];
  const found = await db.filesImport.findMany({
    where: { callId },
    select: SELECT,
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return found.map(shown);
}
export type FilesImportRow = Awaited<ReturnType<typeof filesImports>>[number];

/** One import of files; null when there is none or the viewer may not see it. */
export async function filesImport(viewer: Viewer, slug: string, id: string) {
  if (!mayImport(viewer) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const found = await db.filesImport.findFirst({
    where: { id, call: { slug } },
    select: {
      ...SELECT,
      storageKey: true,
      callId: true,
      joining: { select: { state: true, percent: true, refused: true } },
    },
  });
  return found && shown(found);
}
export type OneFilesImport = NonNullable<Awaited<ReturnType<typeof filesImport>>>;

/** Where each question of a source goes: as said for this version of the form, or for the version before it. */
export async function savedMap(
  viewer: Viewer,
  of: { callId: string; source: string; formNumber: number },
  tx: Tx = db,
): Promise<Mapping | null> {
  if (!mayImport(viewer)) return null;
  const found = await tx.filesMap.findFirst({
    where: { callId: of.callId, source: of.source, formNumber: { lte: of.formNumber } },
    orderBy: { formNumber: 'desc' },
    select: { fields: true },
  });
  return found && Mapping.parse(found.fields);
}

/** What a call knows of files from this kind of source. Two queries. */
export async function knownFiles(viewer: Viewer, tx: Tx, callId: string, kind: string): Promise<KnownFiles> {
  if (!mayImport(viewer)) return { imported: new Map(), references: new Set() };
  const imported = await tx.$queryRaw<
    {
      key: string;
      applicationId: string;
      digest: string;
      answersDigest: string;
      answers: Answers;
      sent: Answers | null;
    }[]
  >`SELECT i.key, i.application_id::text AS "applicationId", i.digest, i.answers_digest AS "answersDigest",
      a.answers, s.answers AS sent
    FROM imported_file i JOIN application a ON a.id = i.application_id LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
    WHERE i.call_id = ${callId}::uuid AND i.kind = ${kind}`;
  const references = await tx.$queryRaw<{ reference: string }[]>`
    SELECT reference FROM application WHERE call_id = ${callId}::uuid AND reference IS NOT NULL`;
  return {
    imported: new Map(
      imported.map(({ key, answers, sent, ...rest }) => [
        key,
        { ...rest, today: [answers, sent ?? answers].map(digestOf) },
      ]),
    ),
    references: new Set(references.map(({ reference }) => reference)),
  };
}

export type ImportedRest = {
  kind: string;
  key: string;
  importedAt: Date;
  rest: { id: string; label: string; value: unknown; why?: string }[];
};

/** Where a file came from and what of it has no place here; null when it was written here. */
export async function importedRest(viewer: Viewer, applicationId: string): Promise<ImportedRest | null> {
  if (!mayImport(viewer)) return null;
  const [found] = await rows<ImportedRest>(
    `SELECT i.kind, i.key, i.imported_at AS "importedAt", i.rest FROM imported_file i JOIN application a ON a.id = i.application_id
     WHERE i.application_id = $1 AND a.state <> 'draft'`,
    [applicationId],
  );
  return found ?? null;
}

export type OpenedImport = { source: Source; map: Mapping; remembered: boolean };

/** What was uploaded, read again, with its mapping: the saved one, or one proposed from the names. */
export async function openedImport(
  viewer: Viewer,
  call: ImportableCall,
  run: { source: string; storageKey: string | null },
): Promise<OpenedImport | null> {
  if (!mayImport(viewer) || !run.storageKey) return null;
  const read = await readUpload(run.storageKey);
  if (!read.ok) return null;
  const { source } = read;
  const saved = await savedMap(viewer, { callId: call.id, source: source.name, formNumber: call.form.number });
  const proposed = suggestMap(call.form.definition, source);
  const known = saved && source.fields.some(({ id }) => saved[id]);
  return { source, map: known ? saved : proposed, remembered: Boolean(known) };
}
