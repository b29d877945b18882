import { env } from '@/lib/env';

/** The name of the identity provider when one is configured. */
export const oidcName = (): string | null => (env().OIDC_ISSUER && env().OIDC_CLIENT_ID ? env().OIDC_NAME : null);
