import { z } from 'zod';
import { caps, type Raw, type RawRow, type ReadSource, type SourceField, type SourceFile } from './files-source';

/**
 * The answer of the GraphQL interface of Démarches simplifiées (getDemarche), one page or several: `demarche.dossiers`
 * as nodes or edges, `champs` and `annotations` by identifier, whatever aliases the query gave to values.
 */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const file = z.object({
  filename: text,
  url: text,
  checksum: text,
  byteSize: z.coerce.number().catch(0).default(0),
  byteSizeBigInt: z.coerce.number().catch(0).default(0),
});
type Champ = z.infer<typeof baseChamp> & { champs?: Champ[] | null; rows?: { champs: Champ[] }[] | null };
const baseChamp = z.looseObject({ id: z.string().max(200), label: text, __typename: text, stringValue: text });
const champ: z.ZodType<Champ> = z.lazy(() =>
  baseChamp.extend({
    champs: z.array(champ).nullish(),
    rows: z.array(z.looseObject({ champs: z.array(champ) })).nullish(),
  }),
) as z.ZodType<Champ>;
const dossier = z.looseObject({
  number: z.union([z.number(), z.string()]).transform(String),
  state: text,
  dateDepot: text,
  datePassageEnConstruction: text,
  motivation: text,
  usager: z.looseObject({ email: text }).nullish(),
  demandeur: z.looseObject({ nom: text, prenom: text }).nullish(),
  labels: z.array(z.looseObject({ name: text })).nullish(),
  champs: z.array(champ).default([]),
  annotations: z.array(champ).nullish(),
});
const demarche = z.looseObject({
  number: z.union([z.number(), z.string()]).transform(String),
  title: text,
  dossiers: z.looseObject({
    nodes: z.array(z.unknown()).nullish(),
    edges: z.array(z.looseObject({ node: z.unknown() })).nullish(),
  }),
});

const STATES: Record<string, string> = {
  en_construction: 'submitted',
  en_instruction: 'submitted',
  accepte: 'eligible',
  refuse: 'ineligible',
  sans_suite: 'withdrawn',
};

/** Rows of a repeated block carry their row in the identifier of their questions; the question is what precedes. */
export function stableId(id: string): string {
  const plain = /^[A-Za-z0-9+/]+={0,2}$/.test(id) ? atobOrNull(id) : null;
  const match = plain ? /^([A-Za-z]+-\d+)\|.+$/.exec(plain) : null;
  return match?.[1] ? btoa(match[1]) : id;
}

function atobOrNull(id: string): string | null {
  try {
    return atob(id);
  } catch {
    return null;
  }
}

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

/** What a question was answered, by the shape of what is there: aliases of queries differ. */
export function rawOf(one: Champ): Raw {
  const { files, file: single, address, commune, etablissement, values } = one as Record<string, unknown>;
  const attached = z.array(file).safeParse(files ?? (record(single) ? [single] : undefined));
  if (attached.success)
    return {
      files: attached.data.map(({ filename, byteSize, byteSizeBigInt, ...rest }) => ({
        name: filename,
        size: byteSizeBigInt || byteSize,
        ...rest,
      })),
    };
  if (Array.isArray(values)) return values.filter((value): value is string => typeof value === 'string');
  const [place, town, body] = [record(address), record(commune), record(etablissement)];
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  if (body) {
    const name = said(record(body.entreprise)?.raisonSociale) || said(record(body.association)?.titre);
    return {
      parts: { siret: said(body.siret), name },
      text: one.stringValue || [name, said(body.siret)].filter(Boolean).join(', '),
    };
  }
  if (town)
    return {
      parts: { name: said(town.name), postcode: said(town.postalCode) },
      text: one.stringValue || said(town.name),
    };
  if (place)
    return {
      parts: { name: said(place.cityName), postcode: said(place.postalCode) },
      text: one.stringValue || said(place.label),
    };
  for (const name of ['value', 'checked', 'selected', 'decimalNumber', 'integerNumber']) {
    const value = (one as Record<string, unknown>)[name];
    if (typeof value === 'boolean' || typeof value === 'number') return value;
  }
  const dated = (one as Record<string, unknown>).date ?? (one as Record<string, unknown>).datetime;
  return typeof dated === 'string' && dated ? dated : one.stringValue;
}

const isBlock = (one: Champ): boolean =>
  one.__typename === 'RepetitionChamp' || Array.isArray(one.rows) || Array.isArray(one.champs);

/** The rows of a repeated block: as rows, or as one flat list in which a question that comes back begins a row. */
function rowsIn(one: Champ): Champ[][] {
  if (Array.isArray(one.rows)) return one.rows.map(({ champs }) => champs);
  const rows: Champ[][] = [];
  let seen = new Set<string>();
  for (const inner of one.champs ?? []) {
    const id = stableId(inner.id);
    if (rows.length === 0 || seen.has(id)) {
      rows.push([]);
      seen = new Set();
    }
    seen.add(id);
    rows.at(-1)?.push(inner);
  }
  return rows;
}

/** Finds the démarche in what was exported: bare, under `data`, or several pages of it in a list. */
function pages(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(pages);
  const top = record(value);
  if (!top) return [];
  if (record(top.demarche)) return [top.demarche];
  if (top.data !== undefined) return pages(top.data);
  return record(top.dossiers) ? [top] : [];
}

export function readDemarches(json: unknown): ReadSource {
  const read = pages(json).map((page) => demarche.safeParse(page));
  const found = read.flatMap((one) => (one.success ? [one.data] : []));
  if (found.length === 0 || found.length < read.length) return { ok: false, reason: 'not_demarches' };
  const [first] = found as [z.infer<typeof demarche>];
  if (found.some(({ number }) => number !== first.number)) return { ok: false, reason: 'several_demarches' };
  const nodes = found
    .flatMap(({ dossiers }) => dossiers.nodes ?? dossiers.edges?.map(({ node }) => node) ?? [])
    .filter(Boolean);
  if (nodes.length === 0) return { ok: false, reason: 'no_files' };
  if (nodes.length > caps.files) return { ok: false, reason: 'too_many_files', detail: String(nodes.length) };
  const fields = new Map<string, SourceField>();
  const files = new Map<string, SourceFile>();
  for (const [index, node] of nodes.entries()) {
    const one = dossier.safeParse(node);
    if (!one.success) return { ok: false, reason: 'not_demarches', detail: String(index + 1) };
    // A file that moved between two pages comes twice: the later one counts.
    files.set(one.data.number, fileOf(one.data, index + 1, fields));
  }
  return {
    ok: true,
    source: {
      kind: 'demarches',
      name: `demarche:${first.number}`,
      title: [first.title, first.number].filter(Boolean).join(', '),
      fields: [...fields.values()],
      files: [...files.values()],
    },
  };
}

const OWN = new Set([
  'number',
  'state',
  'dateDepot',
  'motivation',
  'champs',
  'annotations',
  'labels',
  'usager',
  '__typename',
]);

function fileOf(one: z.infer<typeof dossier>, line: number, fields: Map<string, SourceField>): SourceFile {
  const values: Record<string, Raw> = {};
  const blocks: Record<string, RawRow[]> = {};
  for (const given of one.champs) {
    const id = stableId(given.id);
    if (!isBlock(given)) {
      values[id] = rawOf(given);
      if (!/^(Header|Explication)/.test(given.__typename)) fields.set(id, { id, label: given.label });
      continue;
    }
    blocks[id] = rowsIn(given).map((row) => Object.fromEntries(row.map((inner) => [stableId(inner.id), rawOf(inner)])));
    for (const inner of rowsIn(given).flat()) {
      const innerId = stableId(inner.id);
      fields.set(innerId, { id: innerId, label: `${given.label} › ${inner.label}`, block: id });
    }
  }
  const annotations = (one.annotations ?? []).map((given) => ({
    id: `annotation:${stableId(given.id)}`,
    label: given.label,
    value: isBlock(given) ? rowsIn(given).map((row) => row.map((inner) => [inner.label, rawOf(inner)])) : rawOf(given),
  }));
  const others = Object.entries(one)
    .filter(([name, value]) => !OWN.has(name) && value !== null && value !== '' && value !== undefined)
    .map(([name, value]) => ({ id: name, label: name, value }));
  const name = [one.demandeur?.prenom, one.demandeur?.nom].filter(Boolean).join(' ');
  return {
    key: one.number,
    line,
    values,
    blocks,
    email: one.usager?.email ?? '',
    name,
    receivedAt: one.dateDepot || one.datePassageEnConstruction || null,
    state: STATES[one.state] ?? 'submitted',
    reason: one.motivation,
    labels: (one.labels ?? []).map((label) => label.name).filter(Boolean),
    beside: [{ id: 'state', label: 'state', value: one.state }, ...annotations, ...others],
  };
}
