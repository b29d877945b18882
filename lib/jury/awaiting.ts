import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import { openTo } from '@/lib/jury/policy';
import { unsaidHalfDays } from '@/lib/jury/queries/teams';
import { tiesToDeclare } from '@/lib/jury/queries/ties';
import type { Awaiting } from '@/lib/today';
import type { Viewer } from '@/lib/viewer';

type Day = { id: string; kind: string; about: string; application_id: string | null; starts_at: Date };
type Pile = { id: string; title: string; count: number; closes_at: Date | null };

/** Files given to the viewer and not yet scored, by stage; files they may not read are not counted. Then what else a jury asks. */
export async function awaitingReviews(viewer: Viewer, clock: Clock): Promise<Awaiting[]> {
  if (viewer.kind !== 'person') return [];
  const [ties, teams, piles, invitations, days] = await Promise.all([
    tiesToDeclare(viewer),
    unsaidHalfDays(viewer),
    rows<Pile>(
      `SELECT s.id, c.title, count(*)::int AS count, s.closes_at
       FROM review_assignment ra JOIN stage s ON s.id = ra.stage_id JOIN call c ON c.id = s.call_id
       JOIN application a ON a.id = ra.application_id LEFT JOIN review r ON r.assignment_id = ra.id
       WHERE ${openTo('$1')} AND r.sent_at IS NULL AND s.closed_at IS NULL AND (s.closes_at IS NULL OR s.closes_at > $2)
       GROUP BY s.id, c.title ORDER BY s.closes_at NULLS LAST LIMIT 20`,
      [viewer.id, clock()],
    ),
    rows<{ id: string; title: string }>(
      `SELECT j.id, c.title FROM juror j JOIN call c ON c.id = j.call_id
       WHERE j.person_id = $1 AND j.state = 'invited' ORDER BY j.invited_at LIMIT 20`,
      [viewer.id],
    ),
    // Appointments told of, those of today included until they end.
    rows<Day>(
      `SELECT i.id, i.kind, coalesce(a.title, c.title) AS about, i.application_id, i.starts_at
       FROM hearing_invitation i JOIN stage s ON s.id = i.stage_id JOIN call c ON c.id = s.call_id
       LEFT JOIN application a ON a.id = i.application_id
       WHERE lower(i.email) = lower($1) AND i.cancelled_at IS NULL AND i.ends_at > $2 ORDER BY i.starts_at LIMIT 20`,
      [viewer.email, clock()],
    ),
  ]);
  return [
    ...days.map(
      (day): Awaiting => ({
        id: `hearing:${day.id}`,
        words: day.kind === 'panel' ? 'sitOnPanel' : 'attendHearing',
        values: { about: day.about },
        href: day.kind === 'panel' ? '/jury' : `/my-applications/${day.application_id}/hearing`,
        due: day.starts_at,
      }),
    ),
    ...teams.map(
      (one): Awaiting => ({
        id: `half-days:${one.applicationId}`,
        words: 'sayHalfDays',
        values: { title: one.title },
        href: `/my-applications/${one.applicationId}/hearing`,
        due: null,
      }),
    ),
    ...ties
      .filter(({ doneAt }) => doneAt === null)
      .map(
        (one): Awaiting => ({
          id: `ties:${one.stageId}`,
          words: 'declareTies',
          values: { call: one.call },
          href: `/jury/ties/${one.stageId}`,
          due: one.opensAt,
        }),
      ),
    ...invitations.map(
      (seat): Awaiting => ({
        id: `seat:${seat.id}`,
        words: 'answerJury',
        values: { call: seat.title },
        href: '/jury',
        due: null,
      }),
    ),
    ...piles.map(
      (pile): Awaiting => ({
        id: `reviews:${pile.id}`,
        words: 'scoreFiles',
        values: { count: pile.count, call: pile.title },
        href: '/jury',
        due: pile.closes_at,
      }),
    ),
  ];
}
