import { type IntakeFilters, isFiltered } from '@/lib/applications/intake-filters';
import { intakeFound, intakeValues } from '@/lib/applications/queries/intake';
import type { Answer, Answers } from '@/lib/calls/answers';
import { type Field, type FormDefinition, formDefinition } from '@/lib/calls/form';
import { fieldsOf, findField, inLanguage } from '@/lib/calls/shape';
import { type SheetValue, type SheetWords, sheetOf } from '@/lib/calls/sheet';
import { type Cell, type CsvColumn, openCsv, spreadsheetCsv } from '@/lib/csv';
import { rows } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export const FORMATS = ['spreadsheet', 'open', 'json'] as const;
export type ExportFormat = (typeof FORMATS)[number];

type Line = {
  id: string;
  reference: string | null;
  title: string;
  organisation: string;
  state: string;
  submittedAt: Date | null;
  instructor: string | null;
  labels: string[];
  answers: Answers;
  /** The version of the form it answers. */
  form: string;
};
export type ExportWords = SheetWords & { header: (key: string) => string; state: (state: string) => string };

/** For machines: what a question of a closed kind was answered, in no language; nothing for one that is only words. */
function machineCell(field: Field, answer: Answer | undefined): Cell {
  switch (field.type) {
    case 'number':
      return typeof answer === 'number' ? answer : undefined;
    case 'money':
      return typeof answer === 'number' ? answer / 100 : undefined;
    case 'yesNo':
    case 'attestation':
      return typeof answer === 'boolean' ? answer : undefined;
    case 'date':
    case 'oneOf':
      return typeof answer === 'string' ? answer : undefined;
    case 'manyOf':
      return Array.isArray(answer) ? answer.join(', ') : undefined;
    default:
      return undefined;
  }
}

const EMPTY = formDefinition.parse({ sections: [] });
const CHUNK = 250;
const FIXED = ['reference', 'title', 'organisation', 'state', 'received', 'instructor', 'labels'] as const;

/** One answer as one cell: lists joined by commas, rows and people on lines of their own. */
export function plainText(value: SheetValue): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'text':
    case 'link':
      return value.text;
    case 'list':
      return value.items.join(', ');
    case 'files':
      return value.files.map(({ name }) => name).join(', ');
    case 'rows':
      return value.rows
        .map(({ entries }) =>
          entries
            .map((entry) => plainText(entry.value))
            .filter(Boolean)
            .join(' | '),
        )
        .join('\n');
  }
}

async function nextLines(callId: string, filters: IntakeFilters, after: string): Promise<Line[]> {
  return rows<Line>(
    `SELECT a.id, a.reference, a.title, a.organisation_name AS organisation, a.state, a.submitted_at AS "submittedAt",
       p.name AS instructor, a.labels, s.answers, s.form_version_id AS form
     FROM application a JOIN submission s ON s.application_id = a.id AND s.in_force LEFT JOIN person p ON p.id = a.instructor_id
     WHERE ${intakeFound} AND a.id > $7::uuid ORDER BY a.id LIMIT ${CHUNK}`,
    [...intakeValues(callId, filters), after],
  );
}

/** Published versions by id, the newest first: each file is read under the one it answers. */
type Versions = ReadonlyMap<string, FormDefinition>;

/** Every question a file of the call may have answered: those asked now, then those of earlier versions. */
function askedIn(versions: Versions): Field[] {
  const all = new Map<string, Field>();
  for (const definition of versions.values())
    for (const field of fieldsOf(definition)) if (!all.has(field.id)) all.set(field.id, field);
  return [...all.values()];
}

function columnsOf(versions: Versions, words: ExportWords, open: boolean): CsvColumn<Line>[] {
  const fixed: Record<(typeof FIXED)[number], (line: Line) => Cell> = {
    reference: (line) => line.reference,
    title: (line) => line.title,
    organisation: (line) => line.organisation,
    state: (line) => (open ? line.state : words.state(line.state)),
    received: (line) => line.submittedAt,
    instructor: (line) => line.instructor,
    labels: (line) => line.labels.join(', '),
  };
  const read = new WeakMap<Line, Map<string, string>>();
  const textsOf = (line: Line) => {
    let texts = read.get(line);
    if (!texts) {
      const definition = versions.get(line.form);
      const entries = definition ? sheetOf(definition, line.answers, words).flatMap(({ entries: own }) => own) : [];
      texts = new Map(entries.map((entry) => [entry.id, plainText(entry.value)]));
      read.set(line, texts);
    }
    return texts;
  };
  const cellOf = (line: Line, id: string): Cell => {
    const field = open ? findField(versions.get(line.form) ?? EMPTY, id) : undefined;
    return (field && machineCell(field, line.answers[id])) ?? textsOf(line).get(id);
  };
  return [
    ...FIXED.map((key) => ({ header: open ? key : words.header(key), cell: fixed[key] })),
    ...askedIn(versions).map((field) => ({
      header: open
        ? field.id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        : inLanguage(field.label, words.locale),
      cell: (line: Line) => cellOf(line, field.id),
    })),
  ];
}

/**
 * The files a call's filters leave, as the submissions in force say them, piece by piece so that ten thousand do not
 * hold the server. Null for who may not. Drafts are never in it.
 */
export async function exportFiles(
  viewer: Viewer,
  callId: string,
  filters: IntakeFilters,
  format: ExportFormat,
  words: ExportWords,
): Promise<AsyncGenerator<string> | null> {
  if (!isCoordinator(viewer)) return null;
  const found = await rows<{ id: string; definition: unknown }>(
    'SELECT id, definition FROM form_version WHERE call_id = $1 AND published_at IS NOT NULL ORDER BY number DESC',
    [callId],
  );
  const versions = new Map(found.map(({ id, definition }) => [id, formDefinition.parse(definition)]));
  return pieces(callId, filters, format, versions, words);
}

async function* pieces(
  callId: string,
  filters: IntakeFilters,
  format: ExportFormat,
  versions: Versions,
  words: ExportWords,
) {
  const columns = columnsOf(versions, words, format === 'open');
  let after = '00000000-0000-0000-0000-000000000000';
  let first = true;
  if (format === 'json') yield `{"format":1,"filtered":${isFiltered(filters)},"files":[`;
  for (;;) {
    const lines = await nextLines(callId, filters, after);
    if (format === 'json') {
      yield lines
        .map(({ id, form: _, ...line }, index) => `${first && index === 0 ? '' : ','}\n${JSON.stringify(line)}`)
        .join('');
    } else if (lines.length || first) {
      const header = first;
      yield format === 'open'
        ? openCsv(columns, lines, { header })
        : spreadsheetCsv(columns, lines, { locale: words.locale, header });
    }
    first = false;
    if (lines.length < CHUNK) break;
    after = lines.at(-1)?.id ?? after;
  }
  if (format === 'json') yield '\n]}\n';
}
