import type { ExportWords } from '@/lib/applications/exports';
import { translator } from '@/lib/i18n/translator';

/** The words and formats of exports and PDFs in one language. */
export async function exportWords(asked: string): Promise<ExportWords> {
  const locale = asked === 'en' ? 'en' : 'fr';
  const language = locale === 'en' ? 'en-GB' : 'fr-FR';
  const [t, form, states] = await Promise.all([
    translator(locale, 'intake'),
    translator(locale, 'form'),
    translator(locale, 'applications.states'),
  ]);
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(language);
  const euros = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  return {
    locale,
    signed: form('signed'),
    yes: form('yes'),
    no: form('no'),
    date: (iso) => days.format(new Date(`${iso}T12:00:00Z`)),
    number: (value) => numbers.format(value),
    money: (cents) => euros.format(cents / 100),
    header: (key) => t(`export.${key}`),
    state: (state) => states(state),
  };
}
