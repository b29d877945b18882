import { dossierOf } from '@/lib/applications/queries/dossiers';
import { FilesZip } from '@/lib/applications/zip';
import { zipWords } from '@/lib/applications/zip-words';
import { currentViewer } from '@/lib/auth/session';
import { bytesOf, missing } from '@/lib/download';

type Context = { params: Promise<{ locale: string; id: string }> };

/** A file whole: its answers as an accessible PDF, and what is attached. */
export async function GET(_request: Request, { params }: Context) {
  const { locale, id } = await params;
  const file = await dossierOf(await currentViewer(), id);
  if (!file) return missing();
  const zip = new FilesZip(await zipWords(locale));
  const output = zip.output;
  // An entry that cannot be read breaks the download: half an archive is never taken for a whole one.
  zip.addDossier(file).then(
    () => zip.end(),
    (error) => output.destroy(error as Error),
  );
  return bytesOf(output, 'application/zip', `${file.reference ?? file.id}.zip`);
}
