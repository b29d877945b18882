import { rows } from '@/lib/db';
import { coFunding, type Funding, monthsBetween, plannedCoFunding } from '@/lib/funding/cofunding';
import { mayManageFunding } from '@/lib/funding/policy';
import { type CohortSettings, readSettings } from '@/lib/programme/schema';
import type { Viewer } from '@/lib/viewer';

export type SeatFunding = Funding & {
  positionId: string;
  profile: string;
  fellow: string | null;
  recruitedOn: string | null;
};
export type ChallengeFunding = {
  id: string;
  slug: string;
  title: string;
  /** Who receives: the administrative backer, or the host. */
  payee: string | null;
  plannedCents: number;
  dueCents: number;
  /** What was last written down; differs from what is due when seats changed since. */
  recordedCents: number;
  seats: SeatFunding[];
};
export type CohortFunding = {
  cohort: { id: string; slug: string; name: string; settings: CohortSettings };
  challenges: ChallengeFunding[];
  totals: { plannedCents: number; dueCents: number; recordedCents: number; fellows: number; seats: number };
};

type Row = {
  id: string;
  slug: string;
  title: string;
  payee: string | null;
  selfFunded: boolean;
  recordedCents: number;
  seats: {
    id: string;
    profile: string;
    fellow: string | null;
    recruitedOn: string | null;
    arrivesOn: string | null;
    leavesOn: string | null;
    netMonthlyCents: number | null;
  }[];
};

/** Every challenge of a cohort with what its rule gives each seat, and why; null for those who may not see money. Two queries. */
export async function cohortFunding(viewer: Viewer, slug: string): Promise<CohortFunding | null> {
  const [cohort] = await rows<{ id: string; slug: string; name: string; settings: unknown }>(
    'SELECT id, slug, name, settings FROM cohort WHERE slug = $1',
    [slug],
  );
  if (!cohort || !mayManageFunding(viewer, cohort.id)) return null;
  const settings = readSettings(cohort.settings);
  const challenges = (await challengeRows(viewer, { cohortId: cohort.id })).map((row) => funded(settings, row));
  const sum = (pick: (challenge: ChallengeFunding) => number) =>
    challenges.reduce((total, one) => total + pick(one), 0);
  return {
    cohort: { ...cohort, settings },
    challenges,
    totals: {
      plannedCents: sum((one) => one.plannedCents),
      dueCents: sum((one) => one.dueCents),
      recordedCents: sum((one) => one.recordedCents),
      fellows: sum((one) => one.seats.filter((seat) => seat.fellow).length),
      seats: sum((one) => one.seats.length),
    },
  };
}

/** What the rule of its cohort gives one challenge; null when absent or unseen. */
export async function challengeFunding(viewer: Viewer, challengeId: string): Promise<ChallengeFunding | null> {
  const [owner] = await rows<{ cohortId: string; settings: unknown }>(
    'SELECT k.id AS "cohortId", k.settings FROM challenge c JOIN cohort k ON k.id = c.cohort_id WHERE c.id = $1',
    [challengeId],
  );
  if (!owner || !mayManageFunding(viewer, owner.cohortId)) return null;
  const [row] = await challengeRows(viewer, { challengeId });
  return row ? funded(readSettings(owner.settings), row) : null;
}

/** Rows only: callers checked the cohort. */
async function challengeRows(_viewer: Viewer, at: { cohortId?: string; challengeId?: string }): Promise<Row[]> {
  return rows<Row>(
    `SELECT c.id, c.slug, c.title, COALESCE(b.name, o.name) AS payee, c.self_funded AS "selfFunded",
       COALESCE((SELECT sum(l.amount_cents)::float8 FROM funding_line l WHERE l.challenge_id = c.id), 0) AS "recordedCents",
       COALESCE((SELECT json_agg(json_build_object('id', s.id, 'profile', s.profile, 'fellow', p.name, 'recruitedOn', s.recruited_on,
           'arrivesOn', s.arrives_on, 'leavesOn', s.leaves_on, 'netMonthlyCents', s.net_monthly_cents) ORDER BY s.created_at, s.id)
         FROM position s LEFT JOIN person p ON p.id = s.fellow_id WHERE s.challenge_id = c.id), '[]') AS seats
     FROM challenge c LEFT JOIN organisation o ON o.id = c.host_id LEFT JOIN organisation b ON b.id = c.backer_id
     WHERE ($1::uuid IS NULL OR c.cohort_id = $1) AND ($2::uuid IS NULL OR c.id = $2) ORDER BY lower(c.title), c.id`,
    [at.cohortId ?? null, at.challengeId ?? null],
  );
}

function funded(settings: CohortSettings, row: Row): ChallengeFunding {
  const seats = row.seats.map((seat) => {
    const seen = { ...seat, fellow: seat.fellow !== null, months: monthsBetween(seat.arrivesOn, seat.leavesOn) };
    const funding = coFunding(settings, row, seen);
    const planned = plannedCoFunding(settings, row, seen);
    return {
      ...funding,
      planned,
      positionId: seat.id,
      profile: seat.profile,
      fellow: seat.fellow,
      recruitedOn: seat.recruitedOn,
    };
  });
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    payee: row.payee,
    plannedCents: seats.reduce((total, seat) => total + seat.planned, 0),
    dueCents: seats.reduce((total, seat) => total + seat.amountCents, 0),
    recordedCents: Number(row.recordedCents),
    seats: seats.map(({ planned, ...seat }) => seat),
  };
}
