import type { NextRequest } from 'next/server';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { fileOf, missing } from '@/lib/download';
import { checklistCsv } from '@/lib/onboarding/exports';

/** `?cohort=promotion-6&list=arrival`: every line, for a spreadsheet. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ locale: string }> }) {
  const query = request.nextUrl.searchParams;
  const at = { cohortSlug: query.get('cohort') ?? '', templateKey: query.get('list') ?? 'arrival' };
  const csv = await checklistCsv(await currentViewer(), at, (await params).locale, dayOf(systemClock()));
  if (csv === null) return missing();
  const name = `${at.templateKey}-${at.cohortSlug}`.replace(/[^\w-]+/g, '-');
  return fileOf(new TextEncoder().encode(csv), 'text/csv; charset=utf-8', `${name}.csv`);
}
