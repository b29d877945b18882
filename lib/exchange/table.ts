import { parse } from 'csv-parse/sync';
import { unguarded } from '@/lib/csv';
import { caps, type Raw, type ReadSource, type SourceField } from './files-source';

/** Columns of a table that say something of the file itself rather than answer a question. */
export const SPECIALS = ['@key', '@email', '@name', '@received', '@state', '@labels'] as const;

/** UTF-8 when it is, what older spreadsheets write otherwise. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign between columns: the one that the first line holds most, outside quotes. */
export function separatorOf(text: string): string {
  const first = text.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/, 1)[0] ?? '';
  const counts = [';', ',', '\t'].map((sign) => [sign, first.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** A table of files, a line each, under a first line that names the columns. Empty lines are no files. */
export function readTable(text: string): ReadSource {
  if (text.includes('\0')) return { ok: false, reason: 'not_csv' };
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  let lines: string[][];
  try {
    lines = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 5_000_000,
      to: caps.files + 2,
    });
  } catch (error) {
    return { ok: false, reason: 'not_csv', detail: String((error as { lines?: number }).lines ?? '') };
  }
  const [head = [], ...rest] = lines;
  const body = rest.filter((line) => line.some((cell) => cell.trim() !== ''));
  if (head.length < 2) return { ok: false, reason: 'one_column' };
  if (head.length > caps.columns) return { ok: false, reason: 'too_many_columns', detail: String(head.length) };
  if (body.length === 0) return { ok: false, reason: 'no_files' };
  if (body.length > caps.files) return { ok: false, reason: 'too_many_files' };
  const widest = body.reduce((most, line) => Math.max(most, line.length), head.length);
  if (widest > caps.columns) return { ok: false, reason: 'too_many_columns', detail: String(widest) };
  const fields = columns(head, widest);
  return {
    ok: true,
    source: {
      kind: 'csv',
      name: 'csv',
      title: '',
      fields,
      files: body.map((line, index) => ({
        key: '',
        line: index + 2,
        values: Object.fromEntries(
          fields.flatMap(({ id }, at): [string, Raw][] => {
            const cell = unguarded(line[at] ?? '');
            return cell === '' ? [] : [[id, cell.slice(0, caps.cell)]];
          }),
        ),
        blocks: {},
        email: '',
        name: '',
        receivedAt: null,
        state: '',
        reason: '',
        labels: [],
        beside: [],
      })),
    },
  };
}

/** Columns by their title; two alike are numbered, and one without a title (or beyond the titles) has its place. */
function columns(head: string[], width: number): SourceField[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const title =
      unguarded(head[index] ?? '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 200) || `#${index + 1}`;
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    const id = times === 1 ? title : `${title} (${times})`;
    return { id, label: id };
  });
}
