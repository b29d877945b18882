import { getTranslations } from 'next-intl/server';
import type { UploadRefusal } from '@/lib/applications/commands/upload';

const STATUS: Partial<Record<UploadRefusal, number>> = {
  not_found: 404,
  read_only: 403,
  call_closed: 410,
  correction_closed: 410,
  correction_late: 410,
  not_writable: 423,
  file_too_big: 413,
  wrong_offset: 409,
  too_many_uploads: 429,
  malformed: 400,
  broken: 400,
  busy: 503,
};

/** A refused file as JSON: the reason, its sentence in the page's language, and where a wrong offset should be. */
export async function refusedUpload(
  request: Request,
  reason: UploadRefusal,
  detail: Record<string, string | number> = {},
): Promise<Response> {
  const locale = new URL(request.url).searchParams.get('locale') === 'en' ? 'en' : 'fr';
  const [t, ofCorrection] = await Promise.all([
    getTranslations({ locale, namespace: 'applications' }),
    getTranslations({ locale, namespace: 'correspondence.corrections' }),
  ]);
  const message =
    reason === 'correction_closed' || reason === 'correction_late'
      ? ofCorrection(`refusals.${reason}`)
      : t(`refusals.${reason}`, detail);
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (reason === 'wrong_offset') headers['upload-offset'] = String(detail.received);
  return Response.json({ reason, message }, { status: STATUS[reason] ?? 422, headers });
}
