import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export type SourceFile = { path: string; text: string };
export type FolderRefusal = {
  reason: 'not_a_folder' | 'too_large' | 'too_many_files' | 'path_outside' | 'file_too_large' | 'not_text';
  detail: string;
};
export type FolderRead = { ok: true; files: SourceFile[] } | { ok: false; refusal: FolderRefusal };

export const caps = {
  /** Everything in the folder but pictures, films, fonts and what version control and packages keep. */
  totalBytes: 100_000_000,
  textBytes: 30_000_000,
  fileBytes: 4_000_000,
  files: 20_000,
  depth: 12,
};

const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules', '_site', '.bundle', 'vendor']);
const MEDIA =
  /\.(png|jpe?g|jfif|gif|svg|webp|avif|ico|mp4|webm|mov|mp3|pdf|pptx?|odp|docx?|odt|xlsx?|ods|woff2?|ttf|otf|eot|zip)$/i;

/** What the import reads: the pages and the data of a site, wherever the site sits in the folder. */
export function isSource(path: string): boolean {
  const name = path.split('/').at(-1)!;
  if (name.startsWith('.') || /^readme/i.test(name)) return false;
  if (/(^|\/)_data\/[^/]+\.ya?ml$/i.test(path)) return true;
  if (/(^|\/)(_defis|_communaute|_personnes)\/[^/]+$/.test(path))
    return /\.(md|markdown|html)$/i.test(name) || !name.includes('.');
  return /(^|\/)content\/(defis|personnes|promos|expertises|themes)\/([^/]+|[^/]+\/index)\.(md|markdown)$/i.test(path);
}

/** Reads the sources of a folder, following no link and keeping within the caps. */
export async function readFolder(folder: string, limits: typeof caps = caps): Promise<FolderRead> {
  const root = await realpath(folder).catch(() => null);
  if (!root || !(await lstat(root)).isDirectory()) return refuse('not_a_folder', folder);
  const walk = { root, limits, bytes: 0, textBytes: 0, count: 0, paths: [] as string[] };
  const refusal = await visit(root, walk, 0);
  if (refusal) return { ok: false, refusal };
  const files: SourceFile[] = [];
  for (const path of walk.paths.sort()) {
    const text = decode(await readFile(join(root, path)));
    if (text === null) return refuse('not_text', path);
    files.push({ path, text });
  }
  return { ok: true, files };
}

type Walk = { root: string; limits: typeof caps; bytes: number; textBytes: number; count: number; paths: string[] };

async function visit(directory: string, walk: Walk, depth: number): Promise<FolderRefusal | null> {
  if (depth > walk.limits.depth) return { reason: 'too_many_files', detail: relative(walk.root, directory) };
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const full = join(directory, entry.name);
    const path = relative(walk.root, full).split(sep).join('/');
    if (SKIPPED.has(entry.name)) continue;
    if (entry.isSymbolicLink()) {
      const target = await realpath(full).catch(() => null);
      if (target && target !== walk.root && !target.startsWith(walk.root + sep))
        return { reason: 'path_outside', detail: path };
      continue;
    }
    if (++walk.count > walk.limits.files) return { reason: 'too_many_files', detail: String(walk.limits.files) };
    const refusal = entry.isDirectory()
      ? await visit(full, walk, depth + 1)
      : entry.isFile()
        ? await weigh(full, path, walk)
        : null;
    if (refusal) return refusal;
  }
  return null;
}

async function weigh(full: string, path: string, walk: Walk): Promise<FolderRefusal | null> {
  const { size } = await lstat(full);
  if (!MEDIA.test(path)) walk.bytes += size;
  if (walk.bytes >= walk.limits.totalBytes) return { reason: 'too_large', detail: path };
  if (!isSource(path)) return null;
  walk.textBytes += size;
  if (size > walk.limits.fileBytes) return { reason: 'file_too_large', detail: path };
  if (walk.textBytes > walk.limits.textBytes) return { reason: 'too_large', detail: path };
  walk.paths.push(path);
  return null;
}

/** UTF-8, or the Windows encoding that older files still have; null for what is not text. */
export function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function refuse(reason: FolderRefusal['reason'], detail: string): FolderRead {
  return { ok: false, refusal: { reason, detail } };
}
