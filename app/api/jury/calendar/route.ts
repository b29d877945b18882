import { NextResponse } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { hearingCalendar } from '@/lib/jury/calendar';
import { myHearings } from '@/lib/jury/queries/hearing';

/** The viewer's own hearings as a calendar file; visitors and people without hearings find nothing. */
export async function GET() {
  const viewer = await currentViewer();
  const hearings = await myHearings(viewer);
  if (hearings.length === 0 || viewer.kind !== 'person')
    return new NextResponse('Not found', { status: 404, headers: { 'cache-control': 'no-store' } });
  const t = await translator(viewer.locale, 'jury');
  const entries = hearings.map((one) => ({ ...one, where: one.room, title: t('hearing.event', { title: one.title }) }));
  const text = hearingCalendar(t('hearing.mine'), new URL(env().NEXTAUTH_URL).host, entries, systemClock());
  return new NextResponse(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="jury.ics"',
      'cache-control': 'private, no-store',
    },
  });
}
