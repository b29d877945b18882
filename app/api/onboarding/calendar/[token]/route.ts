import { createHash } from 'node:crypto';
import { missing } from '@/lib/download';
import { env } from '@/lib/env';
import { translator } from '@/lib/i18n/translator';
import { dueCalendar } from '@/lib/onboarding/calendar';
import { calendarOwner } from '@/lib/onboarding/queries/calendar';
import { visitor } from '@/lib/viewer';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Due days for calendar applications: the secret is in the address, nothing else is asked. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const token = (await params).token.replace(/\.ics$/, '');
  const owner = /^[\w-]{43}$/.test(token) ? await calendarOwner(visitor, digest(token)) : null;
  if (!owner) return missing();
  const locale = owner.locale === 'en' ? 'en' : 'fr';
  const t = await translator(locale, 'onboarding');
  const body = dueCalendar(owner.lines, {
    name: t('calendar.name'),
    locale,
    origin: new URL(env().NEXTAUTH_URL).origin,
  });
  const etag = `"${digest(body).slice(0, 32)}"`;
  const headers = { etag, 'cache-control': 'private, max-age=300', 'x-robots-tag': 'noindex' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
}
