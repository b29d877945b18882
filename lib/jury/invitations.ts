/** What someone is asked to: a juror, a half-day with a panel; a team, its hearing. */
export interface Appointment {
  kind: 'panel' | 'hearing';
  subjectId: string;
  applicationId: string | null;
  email: string;
  name: string;
  locale: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  link: string;
  /** Panel's name for a juror, file's title for a team. */
  about: string;
  /** The files a juror hears, those they step out for left out. */
  hearings: { at: Date; title: string }[];
}

/** What an address was last told. */
export interface Told {
  id: string;
  kind: string;
  subjectId: string;
  applicationId: string | null;
  email: string;
  name: string;
  locale: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  link: string;
  sequence: number;
}

export interface InvitationPlan {
  invite: Appointment[];
  update: { told: Told; now: Appointment }[];
  cancel: Told[];
  unchanged: number;
}

/**
 * What remains to be said. An appointment keeps its invitation as long as it can: same subject first; then, since panels
 * solved again are new rows, the same file and address; then any of the same address that would be cancelled otherwise.
 */
export function planInvitations(wanted: readonly Appointment[], told: readonly Told[]): InvitationPlan {
  const left = new Set(told);
  const kept = new Map<Appointment, Told>();
  const same = (one: Appointment, other: Told) => one.kind === other.kind && one.email === other.email;
  const rounds: ((one: Appointment, other: Told) => boolean)[] = [
    (one, other) => one.subjectId === other.subjectId,
    (one, other) => one.applicationId !== null && one.applicationId === other.applicationId,
    (one, other) => one.applicationId === null && +one.startsAt === +other.startsAt,
    (one, other) => one.applicationId === other.applicationId,
  ];
  for (const matches of rounds)
    for (const one of wanted) {
      if (kept.has(one)) continue;
      const found = [...left].find((other) => same(one, other) && matches(one, other));
      if (!found) continue;
      kept.set(one, found);
      left.delete(found);
    }
  const update = [...kept].flatMap(([now, before]) => (isMoved(now, before) ? [{ told: before, now }] : []));
  const invite = wanted.filter((one) => !kept.has(one));
  return { invite, update, cancel: [...left], unchanged: kept.size - update.length };
}

function isMoved(now: Appointment, told: Told): boolean {
  return (
    +now.startsAt !== +told.startsAt ||
    +now.endsAt !== +told.endsAt ||
    now.place !== told.place ||
    now.link !== told.link
  );
}

const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;

/** People named with an address in a file's answers: its mentors and contacts, whatever the form calls them. */
export function contactsIn(answers: unknown): { email: string; name: string }[] {
  if (Array.isArray(answers)) return answers.flatMap(contactsIn);
  if (typeof answers !== 'object' || answers === null) return [];
  const { email, firstName, lastName, name } = answers as Record<string, unknown>;
  const said = [firstName, lastName, name].filter((part) => typeof part === 'string' && part.trim() !== '');
  const own =
    typeof email === 'string' && ADDRESS.test(email.trim())
      ? [{ email: email.trim().toLowerCase(), name: said.join(' ') }]
      : [];
  return [...own, ...Object.values(answers).flatMap(contactsIn)];
}
