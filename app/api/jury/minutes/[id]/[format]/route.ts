import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { minutesJson, minutesPdf } from '@/lib/jury/exports';
import { minutesById } from '@/lib/jury/queries/minutes';

type Props = { params: Promise<{ id: string; format: string }> };
const missing = () => new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
const headers = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'private, no-store',
});

/** Sealed minutes as a tagged PDF, or as the file that verifies by itself. */
export async function GET(request: Request, { params }: Props) {
  const { id, format } = await params;
  const viewer = await currentViewer();
  const minutes = await minutesById(viewer, id);
  if (!minutes) return missing();
  const name = `minutes-${minutes.number}`;
  if (format === 'json') {
    const text = minutesJson(minutes);
    return text
      ? new NextResponse(text, { headers: headers('application/json; charset=utf-8', `${name}.json`) })
      : missing();
  }
  if (format !== 'pdf') return missing();
  const wanted = new URL(request.url).searchParams.get('lang');
  const file = await minutesPdf(minutes, wanted ?? (viewer.kind === 'person' ? viewer.locale : 'fr'));
  return new NextResponse(new Uint8Array(file), { headers: headers('application/pdf', `${name}.pdf`) });
}
