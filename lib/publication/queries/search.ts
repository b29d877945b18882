import { challengeSight, visibleSql } from '@/lib/challenges/policy';
import { rows } from '@/lib/db';
import { jurorIdOf, openTo } from '@/lib/jury/policy';
import { mayManagePeople, peopleSightValues, personVisibleSql } from '@/lib/people/policy';
import { likePatterns } from '@/lib/people/search';
import { cohortSight, cohortVisibleSql } from '@/lib/programme/policy';
import type { Found } from '@/lib/publication/search';
import { isCoordinator, isTeam, personId, type Viewer } from '@/lib/viewer';

/** Of each kind; the lists themselves hold the rest. */
const EACH = 8;

/** One kind of thing: its words, and who sees it. `$1` is the patterns, `$2` the first word as the start of a title. */
const part = (kind: string, title: string, hint: string, href: string, from: string, words: string, sees: string) =>
  `(SELECT '${kind}' AS kind, ${title} AS title, ${hint} AS hint, ${href} AS href FROM ${from}
    WHERE ${sees} AND searchable(${words}) LIKE ALL ($1::text[])
    ORDER BY searchable(${title}) LIKE $2 DESC, searchable(${title}), 4 LIMIT ${EACH})`;

/** An anonymous stage: its titles are neither shown nor searched in, a name typed here would tell whose file it is. */
const HIDES = `((s.rubric->'anonymity'->>'names')::boolean OR (s.rubric->'anonymity'->>'organisations')::boolean
  OR (s.rubric->'anonymity'->>'attachments')::boolean)`;

const COHORT = 'JOIN cohort k ON k.id = c.cohort_id';

/**
 * What the viewer may see and that holds every word, in any order, accents aside: a few of each kind, one query.
 * Each part carries the policy of its own list, so that nothing is found here that could not be read there.
 */
export async function searchAll(viewer: Viewer, q: string): Promise<Found[]> {
  const patterns = likePatterns(q);
  const [first] = patterns;
  if (!first) return [];
  const [challenges, cohorts] = [challengeSight(viewer), cohortSight(viewer)];
  const email = viewer.kind === 'person' ? viewer.email : null;
  const parts = [
    part(
      'own',
      'a.title',
      'c.title',
      "'/my-applications/' || a.id",
      'application a JOIN call c ON c.id = a.call_id',
      'a.title, a.organisation_name, a.reference',
      '(a.owner_id = $10::uuid OR EXISTS (SELECT 1 FROM application_member m WHERE m.application_id = a.id AND m.email = $11))',
    ),
    part(
      'file',
      'a.title',
      "concat_ws(' · ', a.reference, NULLIF(a.organisation_name, ''))",
      "'/admin/applications/' || a.id",
      'application a',
      'a.title, a.organisation_name, a.reference',
      "$12::boolean AND a.state <> 'draft'",
    ),
    part(
      'reading',
      `CASE WHEN ${HIDES} THEN coalesce(a.reference, '') ELSE a.title END`,
      's.name',
      "'/jury/files/' || ra.id",
      'review_assignment ra JOIN stage s ON s.id = ra.stage_id JOIN application a ON a.id = ra.application_id LEFT JOIN review r ON r.assignment_id = ra.id',
      `CASE WHEN ${HIDES} THEN '' ELSE a.title END, a.reference`,
      openTo('$13'),
    ),
    part(
      'challenge',
      'c.title',
      "concat_ws(' · ', k.name, o.name)",
      "'/challenges/' || c.slug",
      `challenge c ${COHORT} LEFT JOIN organisation o ON o.id = c.host_id`,
      'c.title, c.tagline, joined(c.aliases)',
      visibleSql(3),
    ),
    part(
      'call',
      'c.title',
      'k.name',
      "'/calls/' || c.slug",
      `call c ${COHORT}`,
      'c.title, c.summary',
      '(c.published_at <= now() AND k.published)',
    ),
    part(
      'person',
      'p.name',
      'p.headline',
      "CASE WHEN $14::boolean THEN '/admin/people/' ELSE '/people/' END || p.slug",
      'person p',
      'p.name, joined(p.aliases)',
      `${personVisibleSql(5)} AND ($14 OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id))`,
    ),
    part(
      'organisation',
      'o.name',
      "COALESCE(o.acronym, '')",
      "'/organisations/' || o.slug",
      'organisation o',
      'o.name, o.acronym, joined(o.aliases)',
      'true',
    ),
    part(
      'cohort',
      'k.name',
      "COALESCE(k.year::text, '')",
      "'/cohorts/' || k.slug",
      'cohort k',
      'k.name, k.number',
      cohortVisibleSql(8),
    ),
    part(
      'resource',
      'r.title',
      'r.summary',
      "'/resources/' || r.slug",
      'resource r',
      'r.title, r.summary',
      '$10::uuid IS NOT NULL AND (r.published_at IS NOT NULL OR $15::boolean OR r.proposed_by = $10::uuid) AND r.retired_at IS NULL',
    ),
  ];
  return rows<Found>(parts.join(' UNION ALL '), [
    patterns,
    first.slice(1),
    challenges.all,
    challenges.ids,
    ...peopleSightValues(viewer),
    cohorts.all,
    cohorts.ids,
    personId(viewer),
    email,
    isCoordinator(viewer),
    jurorIdOf(viewer),
    mayManagePeople(viewer),
    isTeam(viewer),
  ]);
}
