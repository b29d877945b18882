import { rows } from '@/lib/db';
import { type Anonymity, type Shown, shown } from '@/lib/jury/anonymity';
import { freeOfConflict, jurorIdOf, READABLE_FILE, runsJury, seatedOn } from '@/lib/jury/policy';
import { REDACTIONS, withShownTitles } from '@/lib/jury/queries/source';
import { UUID } from '@/lib/jury/queries/stages';
import type { Rubric } from '@/lib/jury/schema';
import type { Viewer } from '@/lib/viewer';

/** SQL over `h` `n` `s` `a`: a hearing its panel's member may follow; whoever runs the jury may too. */
export const FOLLOWS = `${READABLE_FILE} AND ($2 OR (${seatedOn('s.call_id', '$3')} AND ${freeOfConflict('a.id', '$3')}
  AND EXISTS (SELECT 1 FROM panel_member m WHERE m.panel_id = n.id AND m.person_id = $3::uuid)))`;

export type MyHearing = {
  id: string;
  panel: string;
  stage: string;
  room: string;
  link: string;
  title: string;
  reference: string;
  startsAt: Date | null;
  endsAt: Date | null;
  sentAt: Date | null;
  sequence: number;
};

/** The hearings of the viewer's panels, in order of the day; a file they have a tie with is not there. */
export async function myHearings(viewer: Viewer): Promise<MyHearing[]> {
  const hearings = await rows<MyHearing & Hidden>(
    `SELECT h.id, ${HIDDEN}, n.name AS panel, s.name AS stage, n.room, n.link, a.title, coalesce(a.reference, '') AS reference,
       h.starts_at AS "startsAt", h.ends_at AS "endsAt", h.sent_at AS "sentAt", h.sequence
     FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id JOIN application a ON a.id = h.application_id
     WHERE $1 AND ${FOLLOWS} AND EXISTS (SELECT 1 FROM panel_member m WHERE m.panel_id = n.id AND m.person_id = $3::uuid)
     ORDER BY h.starts_at NULLS LAST, n.position, h.position LIMIT 200`,
    [viewer.kind === 'person', false, jurorIdOf(viewer)],
  );
  return shownAs(viewer, hearings);
}

type Hidden = { applicationId: string; anonymity: Anonymity };
const HIDDEN = `a.id AS "applicationId", s.rubric->'anonymity' AS anonymity`;

/** Titles as the stage lets jurors read them, and nothing of how that was worked out. */
async function shownAs<T extends { title: string }>(viewer: Viewer, list: (T & Hidden)[]): Promise<T[]> {
  return (await withShownTitles(viewer, list)).map(
    ({ applicationId: _, anonymity: __, ...one }) => one as unknown as T,
  );
}

export type CollectiveGrid = {
  marks: Record<string, number | 'na' | null>;
  comments: Record<string, string>;
  comment: string;
  verdict: string | null;
  rank: number | null;
  reason: string;
  favourite: boolean;
  version: number;
  sentAt: Date | null;
};

export type HearingDetail = {
  id: string;
  stageId: string;
  panelId: string;
  applicationId: string;
  stage: string;
  panel: string;
  room: string;
  link: string;
  rubric: Rubric;
  closed: boolean;
  startsAt: Date | null;
  endsAt: Date | null;
  rapporteur: string;
  /** The viewer holds the pen. */
  writes: boolean;
  grid: CollectiveGrid;
  file: Shown & { reference: string };
};

type Row = Omit<HearingDetail, 'grid' | 'file'> & CollectiveGrid & { reference: string } & Parameters<typeof shown>[0];

/** One hearing with its file and the panel's grid: followed by the members, written by the rapporteur. */
export async function hearing(viewer: Viewer, id: string): Promise<HearingDetail | null> {
  if (!UUID.test(id)) return null;
  const [row] = await rows<Row>(
    `SELECT h.id, s.id AS "stageId", n.id AS "panelId", a.id AS "applicationId", s.name AS stage, n.name AS panel, n.room, n.link, s.rubric,
       (s.closed_at IS NOT NULL OR s.closes_at < now()) AS closed, h.starts_at AS "startsAt", h.ends_at AS "endsAt",
       coalesce(r.name, '') AS rapporteur, (n.rapporteur_id = $3::uuid OR $2) AS writes,
       h.marks, h.comments, h.comment, h.verdict, h.rank, h.reason, h.favourite, h.version, h.sent_at AS "sentAt",
       a.title, a.organisation_name AS organisation, coalesce(p.name, '') AS "ownerName", coalesce(a.reference, '') AS reference,
       coalesce(o.aliases || o.name || array_remove(ARRAY[o.acronym], NULL), '{}') AS "organisationNames",
       f.definition, coalesce(sub.answers, a.answers) AS answers, ${REDACTIONS} AS redactions
     FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id JOIN application a ON a.id = h.application_id
     LEFT JOIN person r ON r.id = n.rapporteur_id LEFT JOIN submission sub ON sub.application_id = a.id AND sub.in_force
     JOIN form_version f ON f.id = coalesce(sub.form_version_id, a.form_version_id)
     LEFT JOIN organisation o ON o.id = a.organisation_id LEFT JOIN person p ON p.id = a.owner_id
     WHERE h.id = $1 AND ${FOLLOWS}`,
    [id, runsJury(viewer), jurorIdOf(viewer)],
  );
  if (!row) return null;
  const { marks, comments, comment, verdict, rank, reason, favourite, version, sentAt, ...rest } = row;
  const { title, organisation, ownerName, organisationNames, definition, answers, redactions, reference, ...head } =
    rest;
  const { anonymity } = head.rubric;
  const hidden = anonymity.names || anonymity.organisations || anonymity.attachments;
  return {
    ...head,
    grid: { marks, comments, comment, verdict, rank, reason, favourite, version, sentAt },
    file: {
      ...shown(
        { title, organisation, ownerName, organisationNames, definition, answers, redactions },
        hidden ? anonymity : null,
      ),
      reference,
    },
  };
}

export type GeneralGrid = {
  id: string;
  name: string;
  stageId: string;
  stage: string;
  rubric: Rubric;
  closed: boolean;
  writes: boolean;
  sentAt: Date | null;
  version: number;
  lines: {
    id: string;
    title: string;
    reference: string;
    rank: number | null;
    verdict: string | null;
    reason: string;
    favourite: boolean;
    sentAt: Date | null;
  }[];
};

/** The general grid of a panel, over the files its reader may follow. */
export async function generalGrid(viewer: Viewer, panelId: string): Promise<GeneralGrid | null> {
  if (!UUID.test(panelId)) return null;
  const who = [panelId, runsJury(viewer), jurorIdOf(viewer)];
  const [[head], lines] = await Promise.all([
    rows<Omit<GeneralGrid, 'lines'>>(
      `SELECT n.id, n.name, s.id AS "stageId", s.name AS stage, s.rubric, (s.closed_at IS NOT NULL OR s.closes_at < now()) AS closed,
         (n.rapporteur_id = $3::uuid OR $2) AS writes, n.general_sent_at AS "sentAt", n.version
       FROM panel n JOIN stage s ON s.id = n.stage_id
       WHERE n.id = $1 AND ($2 OR (${seatedOn('s.call_id', '$3')}
         AND EXISTS (SELECT 1 FROM panel_member m WHERE m.panel_id = n.id AND m.person_id = $3::uuid)))`,
      who,
    ),
    rows<GeneralGrid['lines'][number] & Hidden>(
      `SELECT h.id, ${HIDDEN}, a.title, coalesce(a.reference, '') AS reference, h.rank, h.verdict, h.reason, h.favourite, h.sent_at AS "sentAt"
       FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id JOIN application a ON a.id = h.application_id
       WHERE n.id = $1 AND ${FOLLOWS} ORDER BY h.position LIMIT 100`,
      who,
    ),
  ]);
  return head ? { ...head, lines: await shownAs(viewer, lines) } : null;
}

/** A digest of what the viewer may follow of a panel: it changes with their own view only. Null when it is not theirs. */
export async function panelDigest(viewer: Viewer, panelId: string): Promise<string | null> {
  const grid = await generalGrid(viewer, panelId);
  if (!grid) return null;
  const [seen] = await rows<{ digest: string }>(
    `SELECT md5(coalesce(string_agg(concat_ws('|', h.id, h.version, h.rank, h.verdict), E'\\n' ORDER BY h.id), '')) AS digest
     FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id JOIN application a ON a.id = h.application_id
     WHERE n.id = $1 AND ${FOLLOWS}`,
    [panelId, runsJury(viewer), jurorIdOf(viewer)],
  );
  return seen?.digest ?? null;
}
