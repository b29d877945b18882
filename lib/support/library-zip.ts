import { nameKind } from '@/lib/file-kind';
import { ok } from '@/lib/result';
import { ATTACHMENTS } from '@/lib/support/attachments';
import { readZip, type ZipRefusal } from '@/lib/zip';

export const LIBRARY_LIMITS = {
  uploadBytes: 50_000_000,
  files: 2_000,
  fileBytes: ATTACHMENTS.maxBytes,
  textBytes: 60_000_000,
  declaredBytes: 100_000_000,
  ratio: 100,
};

/** Pages of the library, and the files of each: `<anything>/<slug>/<file>` belongs to `<slug>.md`. */
export type LibrarySources = {
  files: { name: string; text: string }[];
  attachments: { slug: string; name: string; bytes: Buffer }[];
};
/** One line of a dry run or of a report. */
export type LibraryLine = {
  file: string;
  title: string;
  act: 'created' | 'updated' | 'unchanged' | 'attached' | 'left' | 'unreadable';
  /** Properties that change, or what is wrong. */
  detail: string[];
};

const isPage = (path: string) => /\.(md|markdown)$/i.test(path) && !/(^|\/)(readme|\.)[^/]*$/i.test(path);
const isFile = (path: string) =>
  /\/[^/.][^/]*$/.test(path) && (ATTACHMENTS.types as readonly string[]).includes(nameKind(path));

/** Reads a zipped folder; never throws on what it holds. */
export async function readLibraryZip(
  path: string,
): Promise<{ ok: true; value: LibrarySources } | { ok: false; refusal: ZipRefusal }> {
  const read = await readZip(path, LIBRARY_LIMITS, (name) => isPage(name) || isFile(name));
  if (!read.ok) return read;
  const pages = read.entries.filter((entry) => isPage(entry.path));
  const files = pages.map(({ path: name, bytes }) => ({ name, text: bytes.toString('utf8') }));
  const attachments = read.entries.flatMap(({ path: name, bytes }) => {
    const [slug, file] = name.split('/').slice(-2);
    return isPage(name) || !slug || !file ? [] : [{ slug, name: file, bytes }];
  });
  return ok({ files, attachments });
}
