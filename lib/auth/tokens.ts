import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** What the database keeps of a secret: a leaked table signs nobody in. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** 256 random bits, URL-safe. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Eight digits, shown in two groups: typed, or pasted with the space. */
export const newCode = (): string => String(randomInt(0, 100_000_000)).padStart(8, '0');

export const cleanCode = (typed: string): string => typed.replace(/\D/g, '');

export const sameDigest = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const SIGN_IN_MINUTES = 10;
export const SESSION_DAYS = 14;
/** Wrong codes a mail survives: then a new one has to be asked for. */
export const CODE_ATTEMPTS = 5;

/** The cookie by which next-auth 4 recognises its own forms: `token|sha256(token + secret)`. */
export function csrfCookie(secret: string, secure: boolean): { name: string; value: string; token: string } {
  const token = randomBytes(32).toString('hex');
  return {
    name: `${secure ? '__Host-' : ''}next-auth.csrf-token`,
    value: `${token}|${digest(`${token}${secret}`)}`,
    token,
  };
}
