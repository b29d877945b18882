import type { Locale } from '@/lib/i18n/routing';

/** One file per domain and language; the namespace is the domain. French is the reference. */
export const namespaces = [
  'ui',
  'layout',
  'auth',
  'people',
  'programme',
  'coordination',
  'calls',
  'applications',
  'intake',
  'mailing',
  'call-tools',
  'statistics',
  'similar',
  'archives',
  'retention',
  'typed-organisations',
  'instructors',
  'correspondence',
  'intake-import',
  'jury',
  'challenges',
  'onboarding',
  'support',
  'funding',
  'exchange',
  'mail',
  'form',
  'home',
  'today',
  'demo',
  'errors',
] as const;

type Messages = Record<string, unknown>;
const loaded = new Map<Locale, Promise<Messages>>();

/** Read once a process: every request of a language shares the same words. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const messages = loaded.get(locale) ?? readMessages(locale);
  // In development the words change while the process runs.
  if (process.env.NODE_ENV === 'production') loaded.set(locale, messages);
  return messages;
}

async function readMessages(locale: Locale): Promise<Messages> {
  const files = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`../../messages/${locale}/${name}.json`)).default]),
  );
  return Object.fromEntries(files);
}
