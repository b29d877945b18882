import { z } from 'zod';

/** Lower-cased and trimmed of what cannot be seen; 254 is the longest address mail accepts (RFC 5321). */
export const Email = z
  .string()
  .transform((typed) => typed.replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '').toLowerCase())
  .pipe(z.email().max(254));
