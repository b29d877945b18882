import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from 'yaml';

export type Fields = { [key: string]: unknown };
export type Duplicate = { path: string[]; value: unknown };
export type Parsed =
  | { ok: true; value: unknown; duplicates: Duplicate[] }
  | { ok: false; line: number; detail: string };
export type Page =
  | { ok: true; fields: Fields | null; duplicates: Duplicate[]; body: string }
  | { ok: false; line: number; detail: string };

const MAX_ALIASES = 50;
const MAX_DEPTH = 60;
/** Brackets are the only way to nest thousands of levels in few bytes. */
const TOO_DEEP = /(?:[[{][^\S\n]*){60}/;

/**
 * Reads YAML as the sites' own tools did: of two equal keys the last one wins, but the first is handed back too.
 * Aliases and depth are bounded, tags are not executed.
 */
export function readYaml(text: string): Parsed {
  const source = normalised(text);
  if (TOO_DEEP.test(source)) return { ok: false, line: 1, detail: 'nested too deep' };
  try {
    const document = parseDocument(source, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', merge: true });
    const error = document.errors[0];
    if (error) return { ok: false, line: lineOf(source, error.pos[0]), detail: error.message };
    const duplicates: Duplicate[] = [];
    collect(document.contents, [], duplicates, 0);
    return { ok: true, value: document.toJS({ maxAliasCount: MAX_ALIASES }), duplicates };
  } catch (error) {
    return { ok: false, line: 1, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** A page is a front matter between two lines of dashes, then Markdown kept as it is. */
export function readPage(text: string): Page {
  const source = normalised(text);
  const found = /^\s*---[ \t]*\n([\s\S]*?)(?:\n|^)---[ \t]*(?:\n|$)/m.exec(source);
  if (!found || source.slice(0, found.index).trim() !== '')
    return { ok: true, fields: null, duplicates: [], body: source };
  const parsed = readYaml(found[1]!);
  if (!parsed.ok) return { ...parsed, line: parsed.line + 1 };
  const body = source.slice(found.index + found[0].length);
  if (parsed.value === null || parsed.value === undefined) return { ok: true, fields: {}, duplicates: [], body };
  if (!isFields(parsed.value)) return { ok: true, fields: null, duplicates: [], body: source };
  return { ok: true, fields: parsed.value, duplicates: parsed.duplicates, body };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function normalised(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function collect(node: ParsedNode | Node | null, path: string[], found: Duplicate[], depth: number): void {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deep');
  if (isSeq(node)) node.items.forEach((item, i) => void collect(item as Node, [...path, String(i)], found, depth + 1));
  if (!isMap(node)) return;
  const last = new Map<string, unknown>();
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    if (last.has(key) && key !== '<<') found.push({ path: [...path, key], value: plain(last.get(key)) });
    last.set(key, pair.value);
    collect(pair.value as Node | null, [...path, key], found, depth + 1);
  }
}

function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isAlias(node)) return `*${node.source}`;
  return isMap(node) || isSeq(node) ? JSON.parse(JSON.stringify(node)) : null;
}
