import type { NextRequest } from 'next/server';
import { exportWords } from '@/lib/applications/export-words';
import { exportFiles, FORMATS } from '@/lib/applications/exports';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { intakeCall } from '@/lib/applications/queries/intake';
import { currentViewer } from '@/lib/auth/session';
import { missing, streamOf } from '@/lib/download';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The files of a call as the board's filters leave them: `?format=spreadsheet|open|json`. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, slug } = await params;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const format = FORMATS.find((one) => one === (query.format ?? 'spreadsheet'));
  const viewer = await currentViewer();
  const call = format ? await intakeCall(viewer, slug) : null;
  if (!call || !format) return missing();
  const made = await exportFiles(viewer, call.id, IntakeFilters.parse(query), format, await exportWords(locale));
  if (!made) return missing();
  const [type, ending] = format === 'json' ? ['application/json', 'json'] : ['text/csv', 'csv'];
  return streamOf(made, `${type}; charset=utf-8`, `${slug}${format === 'open' ? '-ouvert' : ''}.${ending}`);
}
