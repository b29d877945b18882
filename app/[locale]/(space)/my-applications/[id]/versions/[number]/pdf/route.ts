import { receiptPdf } from '@/lib/applications/receipt-pdf';
import { currentViewer } from '@/lib/auth/session';
import { fileOf, missing } from '@/lib/download';

type Context = { params: Promise<{ locale: string; id: string; number: string }> };

/** The receipt of a version that was sent, with everything it said, as an accessible PDF. */
export async function GET(_request: Request, { params }: Context) {
  const { locale, id, number } = await params;
  const made = await receiptPdf(await currentViewer(), { id, number: Number(number), locale });
  return made ? fileOf(made.pdf, 'application/pdf', made.name) : missing();
}
