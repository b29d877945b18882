import type { Readable } from 'node:stream';
import yazl from 'yazl';
import { currentViewer } from '@/lib/auth/session';
import { fileOf, missing } from '@/lib/download';
import { openStored } from '@/lib/storage';
import { libraryAttachments, libraryFiles } from '@/lib/support/queries/library';

/** The library as a folder of Markdown with front matter and its files, zipped: what the import reads back. */
export async function GET() {
  const viewer = await currentViewer();
  const files = await libraryFiles(viewer);
  if (!files) return missing();
  const zip = new yazl.ZipFile();
  const options = { mtime: new Date(0) };
  for (const { name, text } of files) zip.addBuffer(Buffer.from(text, 'utf8'), `ressources/${name}`, options);
  for (const { name, storageKey } of await libraryAttachments(viewer))
    zip.addReadStreamLazy(`ressources/${name}`, options, (give) => give(null, openStored(storageKey)));
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as Readable) chunks.push(chunk as Buffer);
  return fileOf(Buffer.concat(chunks), 'application/zip', 'ressources.zip');
}
