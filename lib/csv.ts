import { stringify } from 'csv-stringify/sync';

/** A typed cell: numbers, moments and days are written in the reader's way, text is guarded. */
export type Cell = string | number | boolean | null | undefined | Date | { day: Date };
export type CsvColumn<Row> = { header: string; cell: (row: Row) => Cell };

const pad = (value: number) => String(value).padStart(2, '0');
const parisParts = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/**
 * Spreadsheets run a text that begins like a formula, in letters of either width and whatever they take off before it;
 * an apostrophe makes it text again (OWASP, CSV injection).
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;
const guard = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A guarded cell as it was typed. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

function spreadsheetCell(cell: Cell, locale: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return locale === 'en' ? (cell ? 'yes' : 'no') : cell ? 'oui' : 'non';
  if (cell instanceof Date)
    return parisParts
      .format(cell)
      .replace(/[\u202f\u00a0]/g, ' ')
      .replace(',', '');
  if (typeof cell === 'object')
    return `${pad(cell.day.getUTCDate())}/${pad(cell.day.getUTCMonth() + 1)}/${cell.day.getUTCFullYear()}`;
  return guard(cell);
}

/** `header: false` writes the lines alone, to follow an earlier piece. For a spreadsheet in French: UTF-8 with its mark, semicolons, CRLF, decimal commas, dd/mm/yyyy, formulas disarmed. */
export function spreadsheetCsv<Row>(
  columns: CsvColumn<Row>[],
  lines: readonly Row[],
  { locale = 'fr', header = true }: { locale?: string; header?: boolean } = {},
): string {
  const records = lines.map((line) => columns.map(({ cell }) => spreadsheetCell(cell(line), locale)));
  const first = header ? [columns.map((column) => guard(column.header))] : [];
  return stringify([...first, ...records], { bom: header, delimiter: ';', record_delimiter: 'windows' });
}

function openCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'object') return cell.day.toISOString().slice(0, 10);
  return String(cell);
}

/** For machines (RFC 4180): commas, no mark, ISO dates, true and false; text exactly as it is. */
export function openCsv<Row>(columns: CsvColumn<Row>[], lines: readonly Row[], { header = true } = {}): string {
  const records = lines.map((line) => columns.map(({ cell }) => openCell(cell(line))));
  const first = header ? [columns.map((column) => column.header)] : [];
  return stringify([...first, ...records], { record_delimiter: 'windows' });
}
