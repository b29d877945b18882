import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { myPlanningPdf } from '@/lib/jury/planning';
import { myHearings } from '@/lib/jury/queries/hearing';

/** The viewer's own day as a tagged PDF: jurors with hearings; everybody else finds nothing. */
export async function GET(request: Request) {
  const viewer = await currentViewer();
  const hearings = await myHearings(viewer);
  if (hearings.length === 0 || viewer.kind !== 'person')
    return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  const lang = new URL(request.url).searchParams.get('lang') ?? viewer.locale;
  return new NextResponse(new Uint8Array(await myPlanningPdf(viewer.name, hearings, lang)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="planning.pdf"',
      'cache-control': 'private, no-store',
    },
  });
}
