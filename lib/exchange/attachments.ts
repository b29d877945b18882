import { z } from 'zod';

/** A file that an export names: of which file, at which question, and what can recognise it. */
export type Expected = {
  applicationId: string;
  /** The file's own number there. */
  key: string;
  source: string;
  position: number;
  label: string;
  name: string;
  /** Bytes; 0 when the export does not say. */
  size: number;
  /** MD5 in base64, as Démarches simplifiées gives it; empty when it does not. */
  checksum: string;
};
/** Something brought to be joined. */
export type Brought = { path: string; size: number };

const Files = z.object({
  files: z.array(
    z.object({ name: z.string(), size: z.number().catch(0).default(0), checksum: z.string().catch('').default('') }),
  ),
});

/** What the values kept beside an imported file name as attached. */
export function expectedOf(
  file: { applicationId: string; key: string },
  rest: readonly { id: string; label: string; value: unknown }[],
): Expected[] {
  return rest.flatMap(({ id, label, value }) => {
    const read = Files.safeParse(value);
    if (!read.success) return [];
    return read.data.files.map((one, position) => ({ ...file, source: id, position, label, ...one }));
  });
}

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();
export const baseName = (path: string): string => path.replace(/^.*[/\\]/, '');
const inFolderOf = (path: string, key: string): boolean =>
  path
    .split(/[/\\]/)
    .slice(0, -1)
    .some((part) => part.match(/\d+/g)?.includes(key) || part === key);

/** Whether these bytes are worth reading: something of this size, of this name, or of no stated size is waited for. */
export const mayBeExpected = (one: Brought, expected: readonly Expected[]): boolean =>
  expected.some(({ size, name }) => size === one.size || (size === 0 && plain(name) === plain(baseName(one.path))));

/**
 * Which of the expected files a brought one is. By its content where the export gives a checksum: then nothing else counts,
 * and the same bytes may be waited for in several places. Otherwise by name and size, in a folder named after the file's
 * number, or when only one place waits for that name and size. In doubt it is none: a wrong attachment is worse than none.
 */
export function matchesOf(one: Brought, checksum: string, expected: readonly Expected[]): Expected[] {
  const byContent = expected.filter((each) => each.checksum !== '' && each.checksum === checksum && fits(each, one));
  const named = expected.filter(
    (each) => each.checksum === '' && plain(each.name) === plain(baseName(one.path)) && fits(each, one),
  );
  const inFolder = named.filter(({ key }) => inFolderOf(one.path, key));
  if (inFolder.length === 1) return [...byContent, ...inFolder];
  if (byContent.length > 0) return byContent;
  return named.length === 1 && inFolder.length === 0 ? named : [];
}

const fits = (each: Expected, { size }: Brought): boolean => each.size === 0 || each.size === size;

/** What may be brought at once: bytes a file brought, bytes an attachment, entries an archive, files a form. */
export const joinCaps = { upload: 1_000_000_000, file: 50_000_000, entries: 20_000, uploads: 500 };

const Line = z.object({ name: z.string(), why: z.string() });
/** What a joining did: attached, there already, and what was brought and went nowhere. At most 200 are named. */
export const Joined = z
  .object({
    attached: z.number().default(0),
    already: z.number().default(0),
    extra: z.number().default(0),
    refused: z.number().default(0),
    named: z.array(Line).default([]),
  })
  .catch({ attached: 0, already: 0, extra: 0, refused: 0, named: [] });
export type Joined = z.infer<typeof Joined>;

export function nameLeft(joined: Joined, name: string, why: 'extra' | 'type' | 'empty' | 'too_large'): void {
  if (why === 'extra') joined.extra += 1;
  else joined.refused += 1;
  if (joined.named.length < 200) joined.named.push({ name: name.slice(-200), why });
}
