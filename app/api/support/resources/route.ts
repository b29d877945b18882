import yazl from 'yazl';
import { currentViewer } from '@/lib/auth/session';
import { fileOf, missing } from '@/lib/download';
import { libraryFiles } from '@/lib/support/queries/library';

/** The library as a folder of Markdown with front matter, zipped: what the import reads back. */
export async function GET() {
  const files = await libraryFiles(await currentViewer());
  if (!files) return missing();
  const zip = new yazl.ZipFile();
  for (const { name, text } of files)
    zip.addBuffer(Buffer.from(text, 'utf8'), `ressources/${name}`, { mtime: new Date(0) });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return fileOf(Buffer.concat(chunks), 'application/zip', 'ressources.zip');
}
