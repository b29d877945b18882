import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { hearingCalendar } from '@/lib/jury/calendar';
import { convocationPdf } from '@/lib/jury/planning';
import { convocation } from '@/lib/jury/queries/convocation';

type Params = { params: Promise<{ id: string; format: string }> };

/** A team's hearing as a calendar entry (the one of the mail, same UID) or a sheet to print, for whoever was told of it. */
export async function GET(request: Request, { params }: Params) {
  const { id, format } = await params;
  const told = await convocation(await currentViewer(), id);
  if (!told || (format !== 'ics' && format !== 'pdf'))
    return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  const lang = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'fr';
  const headers = {
    'content-type': format === 'pdf' ? 'application/pdf' : 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="audition.${format}"`,
    'cache-control': 'private, no-store',
  };
  if (format === 'pdf') return new NextResponse(new Uint8Array(await convocationPdf(told, lang)), { headers });
  const t = await translator(lang, 'jury');
  const entry = {
    ...told,
    uid: `invitation-${told.id}`,
    where: told.place,
    title: t('hearing.event', { title: told.title }),
  };
  const host = new URL(env().NEXTAUTH_URL).host;
  return new NextResponse(hearingCalendar(t('convocation.title'), host, [entry], systemClock()), { headers });
}
