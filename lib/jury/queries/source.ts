import { rows } from '@/lib/db';
import { type Anonymity, maskFor, shownTitle } from '@/lib/jury/anonymity';
import type { Viewer } from '@/lib/viewer';

/** SQL over `a`: what the coordination wrote for jurors to read in place of answers. */
export const REDACTIONS = `(SELECT coalesce(json_object_agg(x.field_id, x.text), '{}') FROM redaction x WHERE x.application_id = a.id)`;

type Row = Parameters<typeof shownTitle>[0] & { id: string };

const SOURCES = `SELECT a.id, a.title, a.organisation_name AS organisation, coalesce(p.name, '') AS "ownerName", f.definition,
     coalesce(o.aliases || o.name || array_remove(ARRAY[o.acronym], NULL), '{}') AS "organisationNames",
     coalesce(sub.answers, a.answers) AS answers, ${REDACTIONS} AS redactions
   FROM application a LEFT JOIN submission sub ON sub.application_id = a.id AND sub.in_force
   JOIN form_version f ON f.id = coalesce(sub.form_version_id, a.form_version_id)
   LEFT JOIN organisation o ON o.id = a.organisation_id LEFT JOIN person p ON p.id = a.owner_id
   WHERE a.id = ANY ($1::uuid[])`;

/** Masks any text said about a file as its stage masks the file itself; a stage that hides nothing changes nothing. */
export async function masked(
  _viewer: Viewer,
  place: { stageId: string; applicationId: string },
): Promise<(text: string) => string> {
  const [stage] = await rows<{ anonymity: Anonymity }>(
    `SELECT rubric->'anonymity' AS anonymity FROM stage WHERE id = $1`,
    [place.stageId],
  );
  if (!stage?.anonymity.names && !stage?.anonymity.organisations) return (text) => text;
  const [source] = await rows<Row>(SOURCES, [[place.applicationId]]);
  return source ? maskFor(source, stage.anonymity) : () => '';
}

/**
 * Titles as a stage's jurors may read them, by file. The files must already be the viewer's to see: this only chooses
 * the words, so that a list never says what the page hides.
 */
async function shownTitles(
  _viewer: Viewer,
  ids: readonly string[],
  anonymity: Anonymity,
): Promise<Map<string, string>> {
  const files = await rows<Row>(SOURCES, [ids]);
  return new Map(files.map((file) => [file.id, shownTitle(file, anonymity)]));
}

type Listed = { title: string; applicationId: string; anonymity: Anonymity };

/** The same rows with their titles as jurors may read them; rows of stages that hide nothing cost nothing. */
export async function withShownTitles<T extends Listed>(viewer: Viewer, list: T[]): Promise<T[]> {
  const hiding = list.filter(({ anonymity }) => anonymity.names || anonymity.organisations || anonymity.attachments);
  const byRule = Map.groupBy(hiding, ({ anonymity }) => JSON.stringify(anonymity));
  const titles = new Map<T, string>();
  for (const group of byRule.values()) {
    const found = await shownTitles(
      viewer,
      group.map(({ applicationId }) => applicationId),
      group[0]!.anonymity,
    );
    for (const one of group) titles.set(one, found.get(one.applicationId) ?? '');
  }
  return list.map((one) => (titles.has(one) ? { ...one, title: titles.get(one)! } : one));
}
