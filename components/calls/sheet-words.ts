import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { SheetWords } from '@/lib/calls/sheet';

/** The words and formats a sheet of answers needs, in the reader's language. */
export async function sheetWords(): Promise<SheetWords> {
  const [locale, t, format] = await Promise.all([getLocale(), getTranslations('form'), getFormatter()]);
  return {
    locale,
    signed: t('signed'),
    yes: t('yes'),
    no: t('no'),
    date: (iso) => format.dateTime(new Date(`${iso}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' }),
    number: (value) => format.number(value),
    money: (cents) => format.number(cents / 100, { style: 'currency', currency: 'EUR' }),
  };
}
