const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** « 1,2 Mo »: a size as people read it, in thousands. */
export function bytesText(size: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, size < 1 ? 0 : Math.floor(Math.log10(size) / 3));
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    style: 'unit',
    unit: UNITS[power],
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(size / 1000 ** power);
}
