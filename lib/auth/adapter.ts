import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { digest } from '@/lib/auth/tokens';
import { db, transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { freeSlug, nameKeys } from '@/lib/people/names';
import { record } from '@/lib/record';
import { visitor } from '@/lib/viewer';

const asUser = (person: { id: string; email: string | null; name: string }): AdapterUser => ({
  id: person.id,
  email: person.email ?? '',
  emailVerified: null,
  name: person.name,
});
const fields = { id: true, email: true, name: true } as const;
const issuer = () => env().OIDC_ISSUER ?? '';

/** next-auth's storage on our tables: identities keyed by (issuer, sub), session tokens kept as digests. */
export function accountAdapter(): Adapter {
  return {
    async createUser(user: Omit<AdapterUser, 'id'>) {
      return transaction(async (tx) => {
        const name = user.name || user.email.split('@')[0] || user.email;
        const slug = await freeSlug(
          name,
          async (candidate) => (await tx.person.count({ where: { slug: candidate } })) > 0,
        );
        const person = await tx.person.create({
          data: { name, slug, email: user.email.toLowerCase(), nameKeys: nameKeys(name), emailVerified: new Date() },
          select: fields,
        });
        await record(tx, visitor, 'person.registered', { kind: 'person', id: person.id });
        return asUser(person);
      });
    },
    async getUser(id: string) {
      const person = await db.person.findFirst({ where: { id, disabledAt: null }, select: fields });
      return person && asUser(person);
    },
    // An address that the identity provider gives proves nothing about who opened the account here: no linking by e-mail.
    async getUserByEmail(email: string) {
      const person = await db.person.findUnique({ where: { email: email.toLowerCase() }, select: fields });
      return person && asUser(person);
    },
    async getUserByAccount({ providerAccountId }: { providerAccountId: string }) {
      const account = await db.account.findUnique({
        where: { issuer_subject: { issuer: issuer(), subject: subjectOf(providerAccountId) } },
        select: { person: { select: { ...fields, disabledAt: true } } },
      });
      return account && !account.person.disabledAt ? asUser(account.person) : null;
    },
    async updateUser(user: Partial<AdapterUser> & Pick<AdapterUser, 'id'>) {
      return asUser(await db.person.findUniqueOrThrow({ where: { id: user.id }, select: fields }));
    },
    async linkAccount(account: { userId: string; provider: string; providerAccountId: string; id_token?: string }) {
      await transaction(async (tx) => {
        await tx.account.create({
          data: {
            personId: account.userId,
            provider: account.provider,
            issuer: issuer(),
            subject: subjectOf(account.providerAccountId),
            idToken: account.id_token,
          },
        });
        await record(
          tx,
          visitor,
          'account.linked',
          { kind: 'person', id: account.userId },
          { provider: account.provider },
        );
      });
    },
    async createSession(session: { sessionToken: string; userId: string; expires: Date }) {
      await transaction(async (tx) => {
        await tx.session.create({
          data: { sessionToken: digest(session.sessionToken), personId: session.userId, expires: session.expires },
        });
        await record(tx, visitor, 'session.opened', { kind: 'person', id: session.userId }, { provider: 'oidc' });
      });
      return session;
    },
    async getSessionAndUser(sessionToken: string) {
      const session = await db.session.findFirst({
        where: { sessionToken: digest(sessionToken), person: { disabledAt: null } },
        select: { expires: true, person: { select: fields } },
      });
      return (
        session && {
          session: { sessionToken, userId: session.person.id, expires: session.expires },
          user: asUser(session.person),
        }
      );
    },
    async updateSession() {
      return null;
    },
    async deleteSession(sessionToken: string) {
      await db.session.deleteMany({ where: { sessionToken: digest(sessionToken) } });
    },
  } as Adapter;
}

const subjectOf = (providerAccountId: string) => providerAccountId.slice(providerAccountId.indexOf('|') + 1);

/** The newest id_token of an identity: signing out at the provider has to show it (OpenID RP-initiated logout). */
export async function rememberIdToken(account: { providerAccountId: string; id_token?: string } | null): Promise<void> {
  if (!account?.id_token) return;
  await db.account.updateMany({
    where: { issuer: issuer(), subject: subjectOf(account.providerAccountId) },
    data: { idToken: account.id_token },
  });
}
