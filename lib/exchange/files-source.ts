/** What files from elsewhere look like once read, whatever they came from. */
export type Raw =
  | string
  | number
  | boolean
  | string[]
  | { parts: Record<string, string>; text: string }
  | { files: { name: string; size: number; url: string; checksum: string }[] };
export type RawRow = Record<string, Raw>;

/** A question there: `id` names it for good; a question inside a repeated block also names its block. */
export type SourceField = { id: string; label: string; block?: string };

export type SourceFile = {
  /** The file's own number there; empty: it cannot be known again. */
  key: string;
  /** Where it stands in what was uploaded, from 1. */
  line: number;
  values: Record<string, Raw>;
  blocks: Record<string, RawRow[]>;
  email: string;
  name: string;
  receivedAt: string | null;
  state: string;
  reason: string;
  labels: string[];
  /** What belongs to no question: annotations, opinions, messages, dates… kept as it came. */
  beside: { id: string; label: string; value: unknown }[];
};

export type Source = {
  kind: 'demarches' | 'csv';
  /** What names the source for good. */
  name: string;
  title: string;
  fields: SourceField[];
  files: SourceFile[];
};
export type SourceRefusal =
  | 'empty'
  | 'not_json'
  | 'not_demarches'
  | 'several_demarches'
  | 'not_csv'
  | 'one_column'
  | 'too_many_files'
  | 'too_many_columns'
  | 'no_files';
export type ReadSource = { ok: true; source: Source } | { ok: false; reason: SourceRefusal; detail?: string };

export const caps = { bytes: 30_000_000, files: 3_000, columns: 200, cell: 100_000 };

/** A value as one text, as a person would read it. */
export function textOf(raw: Raw): string {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return String(raw);
  if (typeof raw === 'boolean') return raw ? 'oui' : 'non';
  if (Array.isArray(raw)) return raw.join(', ');
  return 'files' in raw ? raw.files.map(({ name }) => name).join(', ') : raw.text;
}

export const isSilent = (raw: Raw | undefined): boolean => raw === undefined || textOf(raw).trim() === '';

/** The first answers to a question, shortened: to recognise it by. */
export function samplesOf(source: Source, field: SourceField, most = 3): string[] {
  const found: string[] = [];
  for (const file of source.files) {
    const raws = field.block ? (file.blocks[field.block] ?? []).map((row) => row[field.id]) : [file.values[field.id]];
    for (const raw of raws) {
      if (found.length >= most) return found;
      if (raw === undefined || isSilent(raw)) continue;
      const text = textOf(raw).replace(/\s+/g, ' ').trim();
      found.push(text.length > 60 ? `${text.slice(0, 59)}…` : text);
    }
  }
  return found;
}
