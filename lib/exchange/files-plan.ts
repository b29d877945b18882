import { createHash } from 'node:crypto';
import type { FormDefinition } from '@/lib/calls/form';
import { type MappedFile, type Mapping, mapFile } from './files-mapping';
import { emptyReport, type FilesReport, note } from './files-report';
import type { Source } from './files-source';

/** What this call already knows of the files that are read. */
export type KnownFiles = {
  /** By their number there: what was last written, and what the file says today, as written and as last sent. */
  imported: Map<string, { applicationId: string; digest: string; answersDigest: string; today: string[] }>;
  /** References of the files of this call: a table exported from here comes back as what it was. */
  references: Set<string>;
};
export type Planned = { file: MappedFile; digest: string; answersDigest: string };
export type FilesPlan = { create: Planned[]; update: (Planned & { applicationId: string })[]; report: FilesReport };

/** The same content gives the same digest, whatever the order of keys. Addresses of attached files change at every export: they do not count. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)) ?? '')
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>)
      .filter(([key]) => key !== 'url')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

const MISSING: readonly string[] = ['required', 'part_required', 'too_few_rows', 'too_few_choices'];
const LONG: readonly string[] = ['too_many_characters', 'too_many_lines'];

/** Decides, writing nothing: files to make, to bring up to date, to leave, and what to look at in each. */
export function planFiles(form: FormDefinition, source: Source, map: Mapping, known: KnownFiles): FilesPlan {
  const plan: FilesPlan = { create: [], update: [], report: emptyReport() };
  const { report } = plan;
  const seen = new Set<string>();
  for (const one of source.files) {
    const file = mapFile(form, source, map, one);
    const at = { key: file.key, line: file.line };
    for (const problem of file.problems) note(report, { ...at, ...problem });
    if (!file.key) {
      report.refused += 1;
      continue;
    }
    if (seen.has(file.key)) {
      report.refused += 1;
      note(report, { ...at, field: '@key', value: file.key, reason: 'key_twice' });
      continue;
    }
    seen.add(file.key);
    const { line: _, errors, problems: __, ...content } = file;
    const planned = { file, digest: digestOf(content), answersDigest: digestOf(file.answers) };
    const before = known.imported.get(file.key);
    if (!before && known.references.has(file.key)) {
      report.unchanged += 1;
      note(report, { ...at, field: '@key', value: file.key, reason: 'already_here' });
      continue;
    }
    if (before?.digest === planned.digest) {
      report.unchanged += 1;
      continue;
    }
    if (before?.today.some((today) => today !== before.answersDigest)) {
      report.unchanged += 1;
      note(report, { ...at, field: '@key', value: file.key, reason: 'edited_here' });
      continue;
    }
    report.beside += file.rest.length;
    if (errors.length > 0) report.incomplete += 1;
    const missing = errors.filter(({ reason }) => MISSING.includes(reason));
    if (missing.length > 0) note(report, { ...at, field: '@form', value: String(missing.length), reason: 'missing' });
    for (const error of errors.filter((one) => !missing.includes(one)).slice(0, 20))
      note(report, {
        ...at,
        field: `#${error.path}`,
        value: '',
        reason: LONG.includes(error.reason) ? 'too_long' : 'not_accepted',
      });
    if (!file.email) note(report, { ...at, field: '@email', value: '', reason: 'no_owner' });
    if (before) {
      plan.update.push({ ...planned, applicationId: before.applicationId });
      report.updated += 1;
    } else {
      plan.create.push(planned);
      report.created += 1;
    }
  }
  return plan;
}
