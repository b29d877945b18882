import type { KeyFigure } from '@/lib/challenges/queries';

/** A key figure as a number when it is one ("1288", "20000000"), for the reader's own thousands; otherwise as written. */
export function amountOf(figure: Pick<KeyFigure, 'amount'>): number | string {
  if (typeof figure.amount === 'number') return figure.amount;
  const plain = figure.amount.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : figure.amount;
}

/** Only links that lead to the web or write a mail: never `javascript:` or `data:`, whatever was imported. */
export function safeUrl(url: string): string | null {
  try {
    const parsed = new URL(url.trim());
    return ['https:', 'http:', 'mailto:'].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** Pictures come from our own file routes only. */
export const ownPicture = (url: string | null): string | undefined =>
  url && /^\/(api|media)\/(?!\/)/.test(url) ? url : undefined;

/** "https://www.has-sante.fr/x" → "has-sante.fr": what a link without a title is called. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
