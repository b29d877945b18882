/** « 1,4 Mo »: how heavy a file is, as people say it. */
export function fileSize(bytes: number, locale: string): string {
  const [value, unit] =
    bytes < 1_000_000
      ? ([Math.max(1, bytes / 1_000), 'kilobyte'] as const)
      : ([bytes / 1_000_000, 'megabyte'] as const);
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
