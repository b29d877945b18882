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

export async function loadMessages(locale: Locale): Promise<Record<string, unknown>> {
  const loaded = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`../../messages/${locale}/${name}.json`)).default]),
  );
  return Object.fromEntries(loaded);
}
