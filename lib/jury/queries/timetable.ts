import { Temporal } from 'temporal-polyfill';
import { rows } from '@/lib/db';
import { contactsIn } from '@/lib/jury/invitations';
import { runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import type { StageSettings } from '@/lib/jury/stage-input';
import { type Clash, type Slot, slotClashes } from '@/lib/jury/timetable';
import type { Viewer } from '@/lib/viewer';

type Row = {
  panel: string;
  place: string;
  applicationId: string;
  startsAt: Date;
  endsAt: Date;
  jurors: string[];
  team: string[];
  answers: unknown;
};

/** The people of each file, by address: its authors and the mentors and contacts it names. */
export async function teamsOf(viewer: Viewer, callId: string): Promise<Map<string, string[]>> {
  if (!runsJury(viewer)) return new Map();
  const found = await rows<{ id: string; people: string[]; answers: unknown }>(
    `SELECT a.id, coalesce(s.answers, a.answers) AS answers,
       array_remove(array_append((SELECT array_agg(lower(m.email)) FROM application_member m WHERE m.application_id = a.id), lower(o.email)), NULL) AS people
     FROM application a JOIN person o ON o.id = a.owner_id LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
     WHERE a.call_id = $1 LIMIT 5000`,
    [callId],
  );
  return new Map(
    found.map(({ id, people, answers }) => [
      id,
      [...new Set([...people, ...contactsIn(answers).map(({ email }) => email)])],
    ]),
  );
}

/** What is wrong with the hearings as they stand, moved by hand or not: people in two places, rooms taken twice. */
export async function timetableClashes(viewer: Viewer, stage: StageDetail): Promise<Clash[]> {
  if (!runsJury(viewer)) return [];
  const [hearings, teams] = await Promise.all([
    rows<Row>(
      `SELECT n.name AS panel, coalesce(nullif(n.room, ''), n.link) AS place, h.application_id AS "applicationId",
         h.starts_at AS "startsAt", h.ends_at AS "endsAt",
         (SELECT coalesce(array_agg(lower(coalesce(p.email, p.id::text))), '{}') FROM panel_member m JOIN person p ON p.id = m.person_id
           WHERE m.panel_id = n.id) AS jurors
       FROM hearing h JOIN panel n ON n.id = h.panel_id
       WHERE h.stage_id = $1 AND h.starts_at IS NOT NULL AND h.ends_at IS NOT NULL LIMIT 1000`,
      [stage.id],
    ),
    teamsOf(viewer, stage.callId),
  ]);
  const { amongJurors, deliberation } = stage.settings.rhythm;
  const slots = hearings.flatMap(({ panel, place, applicationId, startsAt, endsAt, jurors }): Slot[] => {
    const start = Temporal.Instant.fromEpochMilliseconds(+startsAt).toZonedDateTimeISO(stage.timeZone);
    const from = start.hour * 60 + start.minute;
    const to = from + (+endsAt - +startsAt) / 60_000;
    const slot = { panel, date: start.toPlainDate().toString(), place, proposal: applicationId };
    const [enters, leaves] = [from + amongJurors, Math.max(from + amongJurors, to - deliberation)];
    return [
      { ...slot, kind: 'before', from, to: enters, people: jurors },
      {
        ...slot,
        kind: 'questions',
        from: enters,
        to: leaves,
        people: [...jurors, ...(teams.get(applicationId) ?? [])],
      },
      { ...slot, kind: 'deliberation', from: leaves, to, people: jurors },
    ];
  });
  const shown = slots.filter(({ from, to }) => to > from);
  return [...(await withNames(slotClashes(shown))), ...tooLong(shown, stage.settings)];
}

/** A morning that runs into the afternoon, an afternoon into the night: the general grid counts. */
function tooLong(slots: readonly Slot[], { rhythm, afternoon }: StageSettings): Clash[] {
  const noon = Number(afternoon.slice(0, 2)) * 60 + Number(afternoon.slice(3));
  return [
    ...Map.groupBy(slots, ({ panel, date, from }) => `${panel} ${date} ${from < noon - 60 ? 'am' : 'pm'}`),
  ].flatMap(([, own]): Clash[] => {
    const { panel, date } = own[0]!;
    const start = Math.min(...own.map(({ from }) => from));
    const end = Math.max(...own.map(({ to }) => to)) + rhythm.generalGrid;
    const limit = start < noon - 60 ? noon : EVENING;
    return end > limit ? [{ kind: 'too_long', panel, date, end, limit }] : [];
  });
}

const EVENING = 20 * 60;

/** People by name where they are known; by address, as the file gives it, where they are not. */
async function withNames(clashes: Clash[]): Promise<Clash[]> {
  const addresses = clashes.flatMap((one) => ('person' in one ? [one.person] : []));
  if (addresses.length === 0) return clashes;
  const named = await rows<{ address: string; name: string }>(
    `SELECT lower(coalesce(email, id::text)) AS address, name FROM person WHERE lower(coalesce(email, id::text)) = ANY ($1)`,
    [addresses],
  );
  const names = new Map(named.map(({ address, name }) => [address, name]));
  return clashes.map((one) => ('person' in one ? { ...one, person: names.get(one.person) ?? one.person } : one));
}
