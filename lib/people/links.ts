/** Only links that lead to the web or write a mail: never `javascript:` or `data:`, whatever was imported. */
export function safeUrl(url: string): string | null {
  try {
    const parsed = new URL(url.trim());
    return ['https:', 'http:', 'mailto:'].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** "https://www.has-sante.fr/x" → "has-sante.fr": what a link without a title is called. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
