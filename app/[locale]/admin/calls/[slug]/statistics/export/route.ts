import type { NextRequest } from 'next/server';
import { callStatistics } from '@/lib/applications/queries/statistics';
import { STATISTICS, statisticsCsv } from '@/lib/applications/statistics-csv';
import { currentViewer } from '@/lib/auth/session';
import { managedCall } from '@/lib/calls/queries';
import { systemClock } from '@/lib/clock';
import { fileOf, missing } from '@/lib/download';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** `?table=days|kinds|profiles|steps&format=spreadsheet|open`. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, slug } = await params;
  const query = request.nextUrl.searchParams;
  const table = STATISTICS.find((one) => one === (query.get('table') ?? 'steps'));
  const viewer = await currentViewer();
  const call = table ? await managedCall(viewer, slug) : null;
  const form = call?.form ?? call?.draftForm;
  const statistics = call && form ? await callStatistics(viewer, call, form.definition, systemClock()) : null;
  if (!table || !statistics) return missing();
  const open = query.get('format') === 'open';
  const csv = await statisticsCsv(statistics, table, { locale: locale === 'en' ? 'en' : 'fr', open });
  return fileOf(
    new TextEncoder().encode(csv),
    'text/csv; charset=utf-8',
    `${slug}-${table}${open ? '-ouvert' : ''}.csv`,
  );
}
