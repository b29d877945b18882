import { rows } from '@/lib/db';
import { type Appointment, contactsIn, planInvitations, type Told } from '@/lib/jury/invitations';
import { runsJury } from '@/lib/jury/policy';
import type { StageDetail } from '@/lib/jury/queries/stages';
import { welcomedAt } from '@/lib/jury/rhythm';
import type { Viewer } from '@/lib/viewer';

type Seat = {
  panelId: string;
  panel: string;
  room: string;
  link: string;
  email: string;
  name: string;
  locale: string;
  hearings: { at: string; to: string; title: string; aside: boolean }[];
};
type Team = {
  hearingId: string;
  applicationId: string;
  title: string;
  room: string;
  link: string;
  startsAt: Date;
  endsAt: Date;
  people: { email: string; name: string; locale: string }[];
  answers: unknown;
};

/** Who is expected when, as the panels stand: jurors for their half-days, teams (authors and the mentors they name) for their hearing. */
export async function appointments(viewer: Viewer, stage: StageDetail): Promise<Appointment[]> {
  if (!runsJury(viewer)) return [];
  const [seats, teams] = await Promise.all([
    rows<Seat>(
      `SELECT n.id AS "panelId", n.name AS panel, n.room, n.link, p.email, p.name, p.locale,
         (SELECT json_agg(json_build_object('at', h.starts_at, 'to', h.ends_at, 'title', a.title,
             'aside', EXISTS (SELECT 1 FROM jury_conflicts(ARRAY[p.id], ARRAY[a.id]))) ORDER BY h.starts_at)
           FROM hearing h JOIN application a ON a.id = h.application_id WHERE h.panel_id = n.id AND h.starts_at IS NOT NULL) AS hearings
       FROM panel n JOIN panel_member m ON m.panel_id = n.id JOIN person p ON p.id = m.person_id
       WHERE n.stage_id = $1 AND p.email IS NOT NULL ORDER BY n.position, p.name LIMIT 2000`,
      [stage.id],
    ),
    rows<Team>(
      `SELECT h.id AS "hearingId", a.id AS "applicationId", a.title, n.room, n.link, h.starts_at AS "startsAt", h.ends_at AS "endsAt",
         (SELECT json_agg(json_build_object('email', coalesce(q.email, m.email), 'name', coalesce(q.name, ''), 'locale', coalesce(q.locale, 'fr')))
           FROM (SELECT o.email, o.id AS person_id FROM person o WHERE o.id = a.owner_id AND o.email IS NOT NULL
             UNION SELECT am.email, am.person_id FROM application_member am WHERE am.application_id = a.id) m
           LEFT JOIN person q ON q.id = m.person_id OR (m.person_id IS NULL AND q.email = m.email)) AS people,
         coalesce(s.answers, a.answers) AS answers
       FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN application a ON a.id = h.application_id
       LEFT JOIN submission s ON s.application_id = a.id AND s.in_force
       WHERE h.stage_id = $1 AND h.starts_at IS NOT NULL AND h.ends_at IS NOT NULL ORDER BY h.starts_at LIMIT 1000`,
      [stage.id],
    ),
  ]);
  return [...seats.flatMap((seat) => juror(seat, stage)), ...teams.flatMap((team) => wholeTeam(team, stage))];
}

function juror({ hearings, ...seat }: Seat, { settings }: StageDetail): Appointment[] {
  if (!hearings?.length) return [];
  const end = Math.max(...hearings.map(({ to }) => Date.parse(to)));
  return [
    {
      kind: 'panel',
      subjectId: seat.panelId,
      applicationId: null,
      email: seat.email,
      name: seat.name,
      locale: seat.locale,
      startsAt: new Date(Math.min(...hearings.map(({ at }) => Date.parse(at)))),
      endsAt: new Date(end + settings.rhythm.generalGrid * 60_000),
      place: seat.room,
      link: seat.link,
      about: seat.panel,
      hearings: hearings.flatMap(({ at, title, aside }) => (aside ? [] : [{ at: new Date(at), title }])),
    },
  ];
}

function wholeTeam(team: Team, { settings }: StageDetail): Appointment[] {
  const { from, to } = welcomedAt({ from: team.startsAt, to: team.endsAt }, settings);
  const people = new Map<string, { email: string; name: string; locale: string }>();
  for (const one of contactsIn(team.answers)) people.set(one.email, { ...one, locale: 'fr' });
  for (const one of team.people ?? []) people.set(one.email.toLowerCase(), one);
  return [...people.values()].map((one) => ({
    ...one,
    kind: 'hearing',
    subjectId: team.hearingId,
    applicationId: team.applicationId,
    startsAt: from,
    endsAt: to,
    place: team.room,
    link: team.link,
    about: team.title,
    hearings: [],
  }));
}

/** What was told and not taken back. */
export async function told(viewer: Viewer, stage: { id: string }): Promise<Told[]> {
  if (!runsJury(viewer)) return [];
  return rows<Told>(
    `SELECT id, kind, subject_id AS "subjectId", application_id AS "applicationId", email, name, locale, starts_at AS "startsAt",
       ends_at AS "endsAt", place, link, sequence
     FROM hearing_invitation WHERE stage_id = $1 AND cancelled_at IS NULL ORDER BY id LIMIT 5000`,
    [stage.id],
  );
}

export type InvitationCounts = { invite: number; update: number; cancel: number; told: number };

/** How many people would be written to now, and how many already know. */
export async function invitationCounts(viewer: Viewer, stage: StageDetail): Promise<InvitationCounts> {
  const known = await told(viewer, stage);
  const { invite, update, cancel } = planInvitations(await appointments(viewer, stage), known);
  return { invite: invite.length, update: update.length, cancel: cancel.length, told: known.length };
}
