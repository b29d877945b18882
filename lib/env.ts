import { z } from 'zod';

const Env = z.object({
  DATABASE_URL: z.string().default('postgresql://cohorte:cohorte@127.0.0.1:5432/cohorte'),
  DATA_DIR: z.string().default('.data'),
  NEXTAUTH_URL: z.url().default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(16).optional(),
  /** '1' only where the invented demo data are loaded: opens the cast of accounts and the local mailbox. */
  COHORTE_DEMO: z.enum(['0', '1']).default('0'),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Cohorte <ne-pas-repondre@cohorte.invalid>'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('ProConnect'),
  /** How the provider answers userinfo: ProConnect signs it, most others send plain JSON. */
  OIDC_USERINFO: z.enum(['signed', 'json']).default('signed'),
  /** Which address the rate limits count: 0 = the socket's, n = the nth proxy hop from the right. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** The ClamAV daemon that reads attached files, `tcp://host:3310`. Without it files are said not to be scanned. */
  CLAMD_URL: z.url({ protocol: /^tcp$/ }).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

let cached: z.infer<typeof Env> | undefined;

/** Read at first use, so that tests and scripts may set variables before. Throws one sentence naming the bad variable. */
export function env(): z.infer<typeof Env> {
  if (cached) return cached;
  const parsed = Env.safeParse(process.env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`Environment variable ${issue?.path.join('.')}: ${issue?.message}`);
  }
  cached = parsed.data;
  return cached;
}

export const isDemo = () => process.env.COHORTE_DEMO === '1';
