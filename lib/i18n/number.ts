const formats = new Map<string, Intl.NumberFormat>();

/** Writes numbers of one language with so many decimals. Made once: `toLocaleString` makes one at each call, ten times the work. */
export function numberIn(locale: string, least: number, most = least): (value: number) => string {
  const key = `${locale} ${least} ${most}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
    formats.set(key, format);
  }
  const { format: write } = format;
  return write;
}
