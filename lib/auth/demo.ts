import { db, rows } from '@/lib/db';
import { isDemo } from '@/lib/env';
import type { Viewer } from '@/lib/viewer';

export type CastMember = { id: string; name: string; email: string; headline: string; kind: string };

const ORDER = [
  'coordinator',
  'director',
  'communication',
  'applicant',
  'juror',
  'operational_mentor',
  'strategic_mentor',
  'fellow',
  'coach',
];

/** The demo's accounts, one line a role; nothing outside the demo. */
export async function demoCast(_viewer: Viewer): Promise<CastMember[] | null> {
  if (!isDemo()) return null;
  return rows<CastMember>(
    `SELECT id, name, email, headline, extra->>'demoRole' AS kind FROM person
     WHERE extra ? 'demoRole' AND email IS NOT NULL AND disabled_at IS NULL
     ORDER BY array_position($1, extra->>'demoRole'), name LIMIT 60`,
    [ORDER],
  );
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
