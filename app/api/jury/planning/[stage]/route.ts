import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { planningPdf } from '@/lib/jury/exports';
import { panels } from '@/lib/jury/queries/panels';
import { stageDetail } from '@/lib/jury/queries/stages';

/** The planning of a stage's panels as a tagged PDF, for those who run the jury. */
export async function GET(request: Request, { params }: { params: Promise<{ stage: string }> }) {
  const viewer = await currentViewer();
  const stage = await stageDetail(viewer, (await params).stage);
  if (!stage) return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  const lang = new URL(request.url).searchParams.get('lang') ?? 'fr';
  const file = await planningPdf(stage, await panels(viewer, stage), lang);
  return new NextResponse(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="planning.pdf"',
      'cache-control': 'private, no-store',
    },
  });
}
