import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { gridsPdf } from '@/lib/jury/grid-pdf';
import { paperSheets } from '@/lib/jury/queries/paper';
import { stageDetail } from '@/lib/jury/queries/stages';

/** The grids of a stage to fill by hand, one a page, as a tagged PDF, for those who run the jury. */
export async function GET(request: Request, { params }: { params: Promise<{ stage: string }> }) {
  const viewer = await currentViewer();
  const stage = await stageDetail(viewer, (await params).stage);
  if (!stage) return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  const lang = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'fr';
  const file = await gridsPdf(stage, await paperSheets(viewer, stage), lang);
  return new NextResponse(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${lang === 'en' ? 'grids' : 'grilles'}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}
