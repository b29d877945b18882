import type { Clock } from '@/lib/clock';
import { type Day, dayOf, toDay } from '@/lib/dates';
import { rows, type Tx, transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/mailer';
import { ALIGNMENT, alignLines, giveChecklist, loadProvidedTemplates } from '@/lib/onboarding/commands/lists';
import { digestMail } from '@/lib/onboarding/emails';
import { digests, isTimeToRemind, kindOf, type ToRemind } from '@/lib/onboarding/reminders';
import type { Bilingual } from '@/lib/onboarding/schema';
import { isDisclosed } from '@/lib/people/disclosed';
import { record } from '@/lib/record';
import type { Viewer } from '@/lib/viewer';

/** A challenge that was selected gets its arrival list once that may be known, and its departure list four months before the end. */
export async function giveLists(viewer: Viewer, clock: Clock): Promise<number> {
  const now = clock();
  const wanted = await rows<{ id: string; key: string }>(
    `SELECT c.id, CASE WHEN designers.only THEN 'arrival-designers' ELSE 'arrival' END AS key
     FROM challenge c JOIN cohort h ON h.id = c.cohort_id,
       LATERAL (SELECT count(*) > 0 AND bool_and(p.profile ILIKE '%design%') AS only FROM "position" p WHERE p.challenge_id = c.id) designers
     WHERE c.application_id IS NOT NULL AND ${isDisclosed('c.id')} AND (h.ends_on IS NULL OR h.ends_on >= $1::date)
       AND NOT EXISTS (SELECT 1 FROM checklist l WHERE l.challenge_id = c.id AND l.template_key IN ('arrival', 'arrival-designers'))
     UNION ALL
     SELECT c.id, 'departure' FROM challenge c JOIN cohort h ON h.id = c.cohort_id
     WHERE h.ends_on BETWEEN $1::date AND $1::date + 120
       AND EXISTS (SELECT 1 FROM checklist l WHERE l.challenge_id = c.id AND l.template_key <> 'departure')
       AND NOT EXISTS (SELECT 1 FROM checklist l WHERE l.challenge_id = c.id AND l.template_key = 'departure')
     LIMIT 50`,
    [dayOf(now)],
  );
  for (const { id, key } of wanted) {
    await transaction(async (tx) => {
      await loadProvidedTemplates(tx, viewer, now);
      await giveChecklist(tx, viewer, { challengeId: id, templateKey: key });
    });
  }
  return wanted.length;
}

/** Lists whose fellows or days have changed since their lines were made. */
export async function alignLists(viewer: Viewer): Promise<number> {
  const stale = await rows<{ id: string }>(
    `SELECT l.id FROM checklist l JOIN challenge c ON c.id = l.challenge_id JOIN cohort h ON h.id = c.cohort_id
     WHERE l.aligned_for <> ${ALIGNMENT} LIMIT 50`,
  );
  for (const { id } of stale) {
    await transaction(async (tx) => {
      const changed = await alignLines(tx, id);
      if (changed > 0) await record(tx, viewer, 'checklist.aligned', { kind: 'checklist', id }, { lines: changed });
    });
  }
  return stale.length;
}

export type DigestLine = ToRemind & {
  title: Bilingual;
  challenge: string;
  about: string | null;
  email: string;
  locale: string;
};

// Who is told of a line: those who do it; what people outside do is the mentor's to follow.
const RECIPIENTS = `
  SELECT DISTINCT i.id AS "itemId", i.due_on, p.id AS "personId", p.email, p.locale, c.title AS challenge, COALESCE(f.name, s.profile) AS about,
    (SELECT it->'title' FROM jsonb_path_query(l.definition, '$.sections[*].items[*]') it WHERE it->>'key' = i.item_key LIMIT 1) AS title
  FROM checklist_item i
  JOIN checklist l ON l.id = i.checklist_id JOIN challenge c ON c.id = l.challenge_id JOIN cohort h ON h.id = c.cohort_id
  LEFT JOIN "position" s ON s.id = i.position_id LEFT JOIN person f ON f.id = s.fellow_id
  JOIN role_assignment r ON (r."from" IS NULL OR r."from" <= $1::date) AND (r."to" IS NULL OR r."to" >= $1::date) AND (
    (i.doer = 'coordination' AND r.kind = 'coordinator' AND (r.cohort_id IS NULL OR r.cohort_id = c.cohort_id))
    OR (r.challenge_id = c.id AND (
      (i.doer IN ('operational_mentor', 'hr', 'it') AND r.kind = 'operational_mentor')
      OR (i.doer = 'strategic_mentor' AND r.kind = 'strategic_mentor')
      OR (i.doer = 'fellow' AND r.kind = 'fellow' AND (i.position_id IS NULL OR r.person_id = s.fellow_id)))))
  JOIN person p ON p.id = r.person_id AND p.email IS NOT NULL AND p.disabled_at IS NULL
  WHERE i.retired_at IS NULL AND i.counts AND i.state NOT IN ('done', 'not_applicable') AND i.due_on <= $1::date + 30
    AND (h.ends_on IS NULL OR h.ends_on >= $1::date - 30)
    AND NOT EXISTS (SELECT 1 FROM checklist_reminder m WHERE m.item_id = i.id AND m.person_id = p.id AND m.due_on = i.due_on
      AND m.kind = CASE WHEN i.due_on < $1::date THEN 'overdue' WHEN i.due_on <= $1::date + 7 THEN 'd7' ELSE 'd30' END)`;

/** One mail a person and day with all that has come near or gone past; each thing once. Returns how many mails. */
export async function remind(viewer: Viewer, clock: Clock): Promise<number> {
  const now = clock();
  if (!isTimeToRemind(now)) return 0;
  const today = dayOf(now);
  const found = await rows<Omit<DigestLine, 'dueOn' | 'kind'> & { due_on: Date }>(RECIPIENTS, [today]);
  const lines = found.flatMap(({ due_on, ...line }): DigestLine[] => {
    const dueOn = toDay(due_on);
    const kind = kindOf(dueOn, today);
    return kind ? [{ ...line, dueOn, kind }] : [];
  });
  let sent = 0;
  for (const [personId, own] of digests(lines)) {
    if (await transaction((tx) => sendDigest(tx, viewer, personId, own, today, now))) sent++;
  }
  return sent;
}

async function sendDigest(
  tx: Tx,
  viewer: Viewer,
  personId: string,
  lines: DigestLine[],
  today: Day,
  now: Date,
): Promise<boolean> {
  const key = `checklist-digest:${personId}:${today}`;
  // Two processes never write to the same person at once; a day that had its digest waits for the next.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('checklist-digest'), hashtext(${personId}))`;
  if ((await tx.outboxMessage.count({ where: { key } })) > 0) return false;
  const fresh = await tx.checklistReminder.createManyAndReturn({
    data: lines.map(({ itemId, kind, dueOn }) => ({ itemId, personId, kind, dueOn: new Date(dueOn), sentAt: now })),
    skipDuplicates: true,
    select: { itemId: true },
  });
  const told = lines.filter((line) => fresh.some((one) => one.itemId === line.itemId));
  const [first] = told;
  if (!first) return false;
  await enqueue(
    tx,
    await digestMail({
      key,
      to: first.email,
      locale: first.locale,
      lines: told,
      today,
      url: `${env().NEXTAUTH_URL}/${first.locale === 'en' ? 'en' : 'fr'}/onboarding`,
    }),
  );
  await record(tx, viewer, 'checklist.reminded', { kind: 'person', id: personId }, { lines: told.length });
  return true;
}
