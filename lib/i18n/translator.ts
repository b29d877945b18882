import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/messages';
import type { Locale } from '@/lib/i18n/routing';

/** Translations outside a request: mails, jobs, exports. */
export async function translator(locale: Locale | string, namespace: string) {
  const known: Locale = locale === 'en' ? 'en' : 'fr';
  const messages = await loadMessages(known);
  return createTranslator({
    locale: known,
    messages: messages as never,
    namespace: namespace as never,
    timeZone: 'Europe/Paris',
  }) as unknown as (key: string, values?: Record<string, string | number | Date>) => string;
}
