import type { NextRequest } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { fileOf, missing } from '@/lib/download';
import { delaysCsv } from '@/lib/onboarding/exports';

/** `?list=arrival`: how late each item came, all cohorts together, for a spreadsheet. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ locale: string }> }) {
  const list = (request.nextUrl.searchParams.get('list') ?? 'arrival').replace(/[^a-z0-9-]/g, '');
  const csv = await delaysCsv(await currentViewer(), list, (await params).locale, dayOf(systemClock()));
  if (csv === null) return missing();
  return fileOf(new TextEncoder().encode(csv), 'text/csv; charset=utf-8', `retards-${list}.csv`);
}
