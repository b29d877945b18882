import { rows } from '@/lib/db';
import { listCohorts } from '@/lib/programme/queries';
import {
  type ChallengeRow,
  challengesData,
  cohortsData,
  csvOf,
  type DatasetName,
  type FundingRow,
  fundingData,
} from '@/lib/publication/open-data';
import { type Viewer, visitor } from '@/lib/viewer';

const SHOWN = 'c.published AND k.published';
const ORDER = 'ORDER BY k.position DESC, c.slug';

async function challengeRows(): Promise<ChallengeRow[]> {
  return rows<ChallengeRow>(
    `SELECT c.slug, c.title, c.tagline, k.slug AS cohort, o.name AS host, b.name AS backer, c.towns, c.skills, c.themes,
       c.duration_months AS "durationMonths",
       (SELECT count(DISTINCT r.person_id)::int FROM role_assignment r WHERE r.challenge_id = c.id AND r.kind = 'fellow') AS fellows
     FROM challenge c JOIN cohort k ON k.id = c.cohort_id LEFT JOIN organisation o ON o.id = c.host_id LEFT JOIN organisation b ON b.id = c.backer_id
     WHERE ${SHOWN} ${ORDER}`,
  );
}

/** Summed by challenge: a line alone would tell what one person is paid. */
async function fundingRows(): Promise<FundingRow[]> {
  return rows<FundingRow>(
    `SELECT c.slug AS challenge, c.title, k.slug AS cohort, o.name AS host, count(DISTINCT f.position_id)::int AS fellows,
       sum(f.amount_cents)::float AS cents
     FROM funding_line f JOIN challenge c ON c.id = f.challenge_id JOIN cohort k ON k.id = c.cohort_id LEFT JOIN organisation o ON o.id = c.host_id
     WHERE ${SHOWN} GROUP BY c.id, k.id, o.id ${ORDER}`,
  );
}

/** A file of open data: what a visitor may see, whoever asks, so that everybody gets the same bytes. */
export async function openData(_viewer: Viewer, name: DatasetName): Promise<string> {
  if (name === 'cohorts') return csvOf(cohortsData, await listCohorts(visitor));
  return name === 'challenges' ? csvOf(challengesData, await challengeRows()) : csvOf(fundingData, await fundingRows());
}

/** How many rows each file holds. One query. */
export async function openDataSizes(_viewer: Viewer): Promise<Record<DatasetName, number>> {
  const [sizes] = await rows<Record<DatasetName, number>>(
    `SELECT (SELECT count(*)::int FROM cohort k WHERE k.published) AS cohorts,
       (SELECT count(*)::int FROM challenge c JOIN cohort k ON k.id = c.cohort_id WHERE ${SHOWN}) AS challenges,
       (SELECT count(DISTINCT c.id)::int FROM funding_line f JOIN challenge c ON c.id = f.challenge_id JOIN cohort k ON k.id = c.cohort_id WHERE ${SHOWN}) AS funding`,
  );
  return sizes as Record<DatasetName, number>;
}
