import { db } from '@/lib/db';
import { isDemo } from '@/lib/env';
import type { Viewer } from '@/lib/viewer';

export type CastMember = { id: string; name: string; email: string; headline: string; kind: string };

/** The demo's accounts, one line a role; nothing outside the demo. */
export async function demoCast(_viewer: Viewer): Promise<CastMember[] | null> {
  if (!isDemo()) return null;
  const people = await db.person.findMany({
    where: { email: { endsWith: '@demo.invalid' }, disabledAt: null },
    select: { id: true, name: true, email: true, headline: true, extra: true },
    orderBy: { createdAt: 'asc' },
    take: 60,
  });
  return people.flatMap(({ extra, email, ...person }) => {
    const kind = (extra as { demoRole?: string }).demoRole;
    return kind && email ? [{ ...person, email, kind }] : [];
  });
}

/** The local mailbox: mails of the demo, newest first; nothing outside the demo. */
export async function demoMailbox(_viewer: Viewer, to: string | undefined) {
  if (!isDemo()) return null;
  return db.outboxMessage.findMany({
    where: to ? { to: { contains: to.slice(0, 254), mode: 'insensitive' } } : {},
    select: { id: true, to: true, subject: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
}

export async function demoMail(_viewer: Viewer, id: string) {
  if (!isDemo() || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return db.outboxMessage.findUnique({
    where: { id },
    select: { to: true, subject: true, text: true, createdAt: true },
  });
}
