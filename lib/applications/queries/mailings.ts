import { IntakeFilters } from '@/lib/applications/intake-filters';
import { filesRunBy } from '@/lib/applications/policy';
import { intakeFound, intakeValues } from '@/lib/applications/queries/intake';
import { db, rows, type Tx } from '@/lib/db';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, type Viewer } from '@/lib/viewer';

export type MailedFile = { id: string; title: string; reference: string | null; organisation: string };
export type Recipient = { email: string; name: string; locale: string; files: MailedFile[] };
type Target = { callId: string; target: string; audience: string; filters: unknown; applicationIds?: string[] };

const SELECT = {
  id: true,
  target: true,
  audience: true,
  filters: true,
  applicationIds: true,
  subjectFr: true,
  bodyFr: true,
  subjectEn: true,
  bodyEn: true,
  count: true,
  version: true,
  createdAt: true,
  sentAt: true,
  byId: true,
} as const;

/** The set of files a mailing speaks to, as SQL, with its values. */
function chosen({ callId, target, filters, applicationIds = [] }: Target): { where: string; values: unknown[] } {
  if (target === 'drafts') return { where: "a.call_id = $1::uuid AND a.state = 'draft'", values: [callId] };
  if (target === 'chosen')
    return {
      where: "a.call_id = $1::uuid AND a.state <> 'draft' AND a.id = ANY ($2::uuid[])",
      values: [callId, applicationIds],
    };
  return { where: intakeFound, values: intakeValues(callId, IntakeFilters.parse(filters)) };
}

/**
 * Who a mailing goes to, each person once with all their files of the set. People without an address and disabled
 * accounts are left out. One query.
 */
export async function mailingRecipients(viewer: Viewer, mailing: Target, tx?: Tx): Promise<Recipient[]> {
  if (!isCoordinator(viewer)) return [];
  const { where, values } = chosen(mailing);
  const sql = `WITH files AS (SELECT a.id, a.owner_id, a.title, a.reference, a.organisation_name FROM application a WHERE ${where}),
    people AS (
      SELECT p.email, p.name, p.locale, f.id FROM files f JOIN person p ON p.id = f.owner_id
        WHERE p.email IS NOT NULL AND p.disabled_at IS NULL
      UNION
      SELECT m.email, COALESCE(p.name, ''), COALESCE(p.locale, 'fr'), f.id FROM files f JOIN application_member m ON m.application_id = f.id
        LEFT JOIN person p ON p.email = m.email WHERE $${values.length + 1}::text = 'everyone' AND p.disabled_at IS NULL)
    SELECT people.email, min(people.name) AS name, min(people.locale) AS locale, json_agg(json_build_object('id', f.id,
      'title', f.title, 'reference', f.reference, 'organisation', f.organisation_name) ORDER BY f.reference, f.id) AS files
    FROM people JOIN files f ON f.id = people.id GROUP BY people.email ORDER BY people.email`;
  const all = [...values, mailing.audience];
  return tx ? tx.$queryRawUnsafe<Recipient[]>(sql, ...all) : rows<Recipient>(sql, all);
}

/** Of the files ticked on the board, those the viewer may write to, and their call. Nothing is written yet. */
export async function filesToWriteTo(
  viewer: Viewer,
  ids: string[],
): Promise<Result<{ slug: string; ids: string[] }, 'nothing_to_change'>> {
  const files = await db.application.findMany({
    where: { AND: [{ id: { in: ids } }, filesRunBy(viewer)] },
    select: { id: true, call: { select: { slug: true } } },
  });
  const slug = files[0]?.call.slug;
  if (!slug) return refuse('nothing_to_change');
  return ok({ slug, ids: files.filter(({ call }) => call.slug === slug).map(({ id }) => id) });
}

/** The files ticked on the board, as the page that writes to them names them. One query. */
export async function tickedFiles(viewer: Viewer, callId: string, ids: string[]): Promise<MailedFile[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<MailedFile>(
    `SELECT id, title, reference, organisation_name AS organisation FROM application
     WHERE call_id = $1::uuid AND state <> 'draft' AND id = ANY ($2::uuid[]) ORDER BY reference, id`,
    [callId, ids],
  );
}

/** Who a mailing went to, whatever became of their files since. One query. */
export async function mailingSentTo(viewer: Viewer, mailingId: string): Promise<Recipient[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<Recipient>(
    `SELECT r.email, COALESCE(p.name, '') AS name, COALESCE(p.locale, 'fr') AS locale,
       COALESCE(json_agg(json_build_object('id', a.id, 'title', a.title, 'reference', a.reference, 'organisation', a.organisation_name)
         ORDER BY a.reference, a.id) FILTER (WHERE a.id IS NOT NULL), '[]') AS files
     FROM mailing_recipient r LEFT JOIN person p ON p.email = r.email LEFT JOIN application a ON a.id = ANY (r.application_ids)
     WHERE r.mailing_id = $1 GROUP BY r.email, p.name, p.locale ORDER BY r.email`,
    [mailingId],
  );
}

/** The mailings of a call, newest first. */
export async function mailingsOf(viewer: Viewer, callId: string) {
  if (!isCoordinator(viewer)) return [];
  return db.mailing.findMany({
    where: { callId },
    select: { id: true, subjectFr: true, target: true, count: true, createdAt: true, sentAt: true },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
}

/** One mailing and its call; null when there is none or the viewer may not see it. */
export async function mailingById(viewer: Viewer, slug: string, id: string) {
  if (!isCoordinator(viewer) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  return db.mailing.findFirst({
    where: { id, call: { slug } },
    select: { ...SELECT, call: { select: { id: true, slug: true, title: true, closesAt: true, timeZone: true } } },
  });
}
export type MailingPage = NonNullable<Awaited<ReturnType<typeof mailingById>>>;

/** How the mails of a sent mailing fare. */
export async function mailingFate(
  viewer: Viewer,
  id: string,
): Promise<{ sent: number; waiting: number; failed: number }> {
  if (!isCoordinator(viewer)) return { sent: 0, waiting: 0, failed: 0 };
  const [fate] = await rows<{ sent: number; waiting: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS sent, count(*) FILTER (WHERE sent_at IS NULL AND attempts < 12)::int AS waiting,
       count(*) FILTER (WHERE sent_at IS NULL AND attempts >= 12)::int AS failed
     FROM outbox_message WHERE about_kind = 'mailing' AND about_id = $1`,
    [id],
  );
  return fate ?? { sent: 0, waiting: 0, failed: 0 };
}

export type LoggedMail = {
  id: string;
  to: string;
  subject: string;
  text: string;
  template: string;
  createdAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
};

export const MAIL_LOG_PAGE = 50;

/** What was mailed about a file: its own mails, and the mailings it was part of. */
export async function mailsOfFile(
  viewer: Viewer,
  applicationId: string,
  page: number,
): Promise<{ mails: LoggedMail[]; total: number }> {
  if (!isCoordinator(viewer)) return { mails: [], total: 0 };
  const about = `FROM outbox_message o WHERE (o.about_kind = 'application' AND o.about_id = $1)
    OR (o.about_kind = 'mailing' AND EXISTS (SELECT 1 FROM mailing_recipient r WHERE r.application_ids @> ARRAY[$1::uuid]
      AND r.mailing_id::text = o.about_id AND r.email = o."to"))`;
  const [mails, [counted]] = await Promise.all([
    rows<LoggedMail>(
      `SELECT o.id, o."to", o.subject, o.text, o.template, o.created_at AS "createdAt", o.sent_at AS "sentAt", o.attempts,
         o.last_error AS "lastError" ${about} ORDER BY o.created_at DESC, o.id LIMIT ${MAIL_LOG_PAGE} OFFSET $2`,
      [applicationId, (page - 1) * MAIL_LOG_PAGE],
    ),
    rows<{ total: number }>(`SELECT count(*)::int AS total ${about}`, [applicationId]),
  ]);
  return { mails, total: counted?.total ?? 0 };
}

export type SampleFile = { id: string; title: string; reference: string | null };

/** Files on which a text can be tried: sent ones only, the latest first. */
export async function filesToTry(viewer: Viewer, callId: string): Promise<SampleFile[]> {
  if (!isCoordinator(viewer)) return [];
  return rows<SampleFile>(
    `SELECT id, title, reference FROM application WHERE call_id = $1 AND state <> 'draft' ORDER BY submitted_at DESC NULLS LAST, id LIMIT 50`,
    [callId],
  );
}

/** What the mails of one file would say of it; null without such a file. */
export async function triedFile(viewer: Viewer, callId: string, id: string) {
  if (!isCoordinator(viewer) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [file] = await rows<{
    id: string;
    title: string;
    reference: string | null;
    organisation: string;
    owner: string;
    number: number | null;
    receivedAt: Date | null;
    digest: string | null;
  }>(
    `SELECT a.id, a.title, a.reference, a.organisation_name AS organisation, COALESCE(p.name, '') AS owner, s.number,
       s.received_at AS "receivedAt", s.digest
     FROM application a LEFT JOIN person p ON p.id = a.owner_id LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
     WHERE a.id = $2 AND a.call_id = $1 AND a.state <> 'draft'`,
    [callId, id],
  );
  return file ?? null;
}
