import { getLocale, getTranslations } from 'next-intl/server';

const KEYS = [
  'idle',
  'waiting',
  'saving',
  'saved',
  'choosing',
  'failed',
  'retry',
  'restored',
  'signed_out',
  'call_closed',
  'read_only',
  'not_writable',
  'not_found',
  'too_large',
  'conflictTitle',
  'conflictText',
  'mine',
  'theirs',
  'nothing',
  'keepMine',
  'takeTheirs',
] as const;

/** The words the saving form needs in the browser. */
export async function draftLabels(): Promise<Record<string, string>> {
  const [t, form, locale] = await Promise.all([
    getTranslations('applications.saving'),
    getTranslations('form'),
    getLocale(),
  ]);
  return {
    locale,
    yes: form('yes'),
    no: form('no'),
    ...Object.fromEntries(KEYS.map((key) => [key, t.raw(key) as string])),
  };
}
