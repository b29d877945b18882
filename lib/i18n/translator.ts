import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/messages';
import type { Locale } from '@/lib/i18n/routing';

type Translate = (key: string, values?: Record<string, string | number | Date>) => string;
const made = new WeakMap<object, Map<string, Translate>>();

/** Translations outside a request: mails, jobs, exports. One of each for as long as its messages are the same. */
export async function translator(locale: Locale | string, namespace: string): Promise<Translate> {
  const known: Locale = locale === 'en' ? 'en' : 'fr';
  const messages = await loadMessages(known);
  const own = made.get(messages) ?? new Map<string, Translate>();
  made.set(messages, own);
  const found = own.get(namespace);
  if (found) return found;
  const translate = createTranslator({
    locale: known,
    messages: messages as never,
    namespace: namespace as never,
    timeZone: 'Europe/Paris',
  }) as unknown as Translate;
  own.set(namespace, translate);
  return translate;
}
