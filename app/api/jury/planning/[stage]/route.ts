import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { planningPdf } from '@/lib/jury/planning';
import { panels } from '@/lib/jury/queries/panels';
import { stageDetail } from '@/lib/jury/queries/stages';

/** The planning of a stage (`panel`, `juror` or `file`: theirs alone) as a tagged PDF, for those who run the jury. */
export async function GET(request: Request, { params }: { params: Promise<{ stage: string }> }) {
  const viewer = await currentViewer();
  const stage = await stageDetail(viewer, (await params).stage);
  const asked = new URL(request.url).searchParams;
  const only = { panel: asked.get('panel'), juror: asked.get('juror'), file: asked.get('file') };
  const file = stage && (await planningPdf(stage, await panels(viewer, stage), asked.get('lang') ?? 'fr', only));
  if (!file) return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  return new NextResponse(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="planning.pdf"',
      'cache-control': 'private, no-store',
    },
  });
}
