import { z } from 'zod';
import { Email } from '@/lib/people/email';

/** Only a path of this site: never `//host`, `/\host` or a scheme. */
export const LocalPath = z
  .string()
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u)
  .max(2_000)
  .catch('');

export const SignInRequest = z.object({ email: Email, next: LocalPath.default('') });
export const SignInCode = z.object({ email: Email, code: z.string().min(1).max(40), next: LocalPath.default('') });
export const SignInLink = z.object({ token: z.string().min(20).max(100), next: LocalPath.default('') });
export const DemoSignIn = z.object({ personId: z.uuid(), next: LocalPath.default('') });
