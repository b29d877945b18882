import { isCalendarDate } from './expression';
import { visibleText } from './lines';

/** What people type for a number, a date, an address: read generously, or null. */

const SPACES = /[\s\u00A0\u202F']/gu;

/** "1 234,5" and "1234.5" are 1234.5. */
export function readNumber(text: string): number | null {
  const bare = visibleText(text).replace(SPACES, '').replace(',', '.').replace(/^[−–]/, '-');
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(bare)) return null;
  return Number(bare);
}

/** "20 000 €" and "20000,00" are 2,000,000 cents. */
export function readCents(text: string): number | null {
  const bare = visibleText(text)
    .replace(/(€|eur|euros?)\s*$/i, '')
    .replace(SPACES, '')
    .replace(',', '.')
    .replace(/^[−–]/, '-');
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(bare);
  if (!match) return null;
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -cents : cents;
}

/** "18/03/2022", "18.3.2022" and "2022-03-18" are 2022-03-18. */
export function readDate(text: string): string | null {
  const bare = visibleText(text);
  const french = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(bare);
  const iso = french ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}` : bare;
  return isCalendarDate(iso) ? iso : null;
}

export function isEmail(text: string): boolean {
  const bare = visibleText(text);
  return (
    bare.length <= 254 &&
    /^[^\s@"<>(),;:\\[\]]{1,64}@[\p{L}\d-]{1,63}(\.[\p{L}\d-]{1,63})+$/u.test(bare) &&
    !/\.\.|^\.|\.@/.test(bare)
  );
}

export function isPhone(text: string): boolean {
  const bare = visibleText(text).replace(/[\s\u00A0\u202F().\-/]/gu, '');
  return /^(\+|00)?\d{6,15}$/.test(bare);
}

/** A web address one may follow, https supposed when no scheme is typed; null for anything else (javascript:, data:). */
export function webAddress(text: string): string | null {
  const bare = visibleText(text);
  if (bare === '' || bare.length > 2000 || /\s/.test(bare)) return null;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(bare) && !/^[^/]+:\d+(\/|$)/.test(bare) ? bare : `https://${bare}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) return null;
  return /^[^.]+(\.[^.]+)+$/.test(url.hostname) ? url.href : null;
}

/** 14 digits with a right Luhn key; La Poste's establishments only need a sum that is a multiple of five. */
export function isSiret(text: string): boolean {
  const digits = visibleText(text).replace(/[\s\u00A0\u202F.]/gu, '');
  if (!/^\d{14}$/.test(digits)) return false;
  const numbers = [...digits].map(Number);
  if (digits.startsWith('356000000') && numbers.reduce((sum, one) => sum + one, 0) % 5 === 0) return true;
  const luhn = numbers.reduce((sum, one, index) => {
    const doubled = index % 2 === 0 ? one * 2 : one;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return luhn % 10 === 0;
}

export function isPostcode(text: string): boolean {
  return /^\d{5}$/.test(visibleText(text).replace(/\s/g, ''));
}
