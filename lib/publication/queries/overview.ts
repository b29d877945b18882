import { rows } from '@/lib/db';
import { isTeam, type Viewer } from '@/lib/viewer';

/** Where a cohort stands, stage by stage, counted on its rows. Dates are those of its latest call and of its first arrival. */
export type CohortOverview = {
  slug: string;
  name: string;
  colour: number;
  callSlug: string | null;
  callTitle: string | null;
  opensAt: Date | null;
  closesAt: Date | null;
  resultsAt: Date | null;
  drafts: number;
  received: number;
  toExamine: number;
  decided: number;
  reviews: number;
  reviewsSent: number;
  challenges: number;
  seats: number;
  fellows: number;
  openItems: number;
  lateItems: number;
  openObstacles: number;
  fundingCents: number;
  startsOn: Date | null;
  endsOn: Date | null;
};

/** Every cohort with its stages, newest first; nothing for who is not of the team. One query. */
export async function cohortOverviews(viewer: Viewer): Promise<CohortOverview[]> {
  if (!isTeam(viewer)) return [];
  return rows<CohortOverview>(
    `SELECT k.slug, k.name, k.colour, k.starts_on AS "startsOn", k.ends_on AS "endsOn",
       c.slug AS "callSlug", c.title AS "callTitle", c.opens_at AS "opensAt", c.closes_at AS "closesAt", c.results_published_at AS "resultsAt",
       COALESCE(a.drafts, 0) AS drafts, COALESCE(a.received, 0) AS received, COALESCE(a.to_examine, 0) AS "toExamine", COALESCE(a.decided, 0) AS decided,
       COALESCE(r.reviews, 0) AS reviews, COALESCE(r.sent, 0) AS "reviewsSent",
       COALESCE(h.challenges, 0) AS challenges, COALESCE(h.seats, 0) AS seats, COALESCE(h.fellows, 0) AS fellows,
       COALESCE(i.open, 0) AS "openItems", COALESCE(i.late, 0) AS "lateItems", COALESCE(ob.open, 0) AS "openObstacles", COALESCE(f.cents, 0)::float AS "fundingCents"
     FROM cohort k
     LEFT JOIN LATERAL (SELECT * FROM call WHERE cohort_id = k.id AND kind = 'projects' AND settings->>'rehearsal' IS NULL ORDER BY closes_at DESC LIMIT 1) c ON true
     LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE state = 'draft')::int AS drafts, count(*) FILTER (WHERE state NOT IN ('draft', 'withdrawn'))::int AS received,
         count(*) FILTER (WHERE state = 'submitted')::int AS to_examine, count(*) FILTER (WHERE state IN ('selected', 'reserve', 'not_selected'))::int AS decided
       FROM application WHERE call_id = c.id) a ON true
     LEFT JOIN LATERAL (SELECT count(*)::int AS reviews, count(v.sent_at)::int AS sent FROM review_assignment ra JOIN stage s ON s.id = ra.stage_id
       LEFT JOIN review v ON v.assignment_id = ra.id WHERE s.call_id = c.id) r ON true
     LEFT JOIN LATERAL (SELECT count(DISTINCT ch.id)::int AS challenges, count(p.id)::int AS seats, count(p.fellow_id)::int AS fellows
       FROM challenge ch LEFT JOIN "position" p ON p.challenge_id = ch.id WHERE ch.cohort_id = k.id) h ON true
     LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE it.state = 'open')::int AS open, count(*) FILTER (WHERE it.state = 'open' AND it.due_on < current_date)::int AS late
       FROM checklist l JOIN challenge ch ON ch.id = l.challenge_id JOIN checklist_item it ON it.checklist_id = l.id WHERE ch.cohort_id = k.id) i ON true
     LEFT JOIN LATERAL (SELECT count(*)::int AS open FROM obstacle WHERE cohort_id = k.id AND resolved_at IS NULL) ob ON true
     LEFT JOIN LATERAL (SELECT sum(fl.amount_cents) AS cents FROM funding_line fl JOIN challenge ch ON ch.id = fl.challenge_id WHERE ch.cohort_id = k.id) f ON true
     ORDER BY k.position DESC, k.year DESC NULLS LAST LIMIT 40`,
  );
}
