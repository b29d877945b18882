import { dossierPdf } from '@/lib/applications/dossier-pdf';
import { exportWords } from '@/lib/applications/export-words';
import { dossierOf } from '@/lib/applications/queries/dossiers';
import { currentViewer } from '@/lib/auth/session';
import { fileOf, missing } from '@/lib/download';

type Context = { params: Promise<{ locale: string; id: string }> };

/** The file as an accessible PDF: the submission in force. */
export async function GET(_request: Request, { params }: Context) {
  const { locale, id } = await params;
  const file = await dossierOf(await currentViewer(), id);
  if (!file) return missing();
  const made = dossierPdf(file, await exportWords(locale));
  return fileOf(made, 'application/pdf', `${file.reference ?? file.id}.pdf`);
}
