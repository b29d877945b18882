/** Minutes of each moment of a panel's half-day; cohort 4's guide of the jury gives the defaults. */
export interface Rhythm {
  /** Among jurors, before the team comes in. */
  before: number;
  pitch: number;
  questions: number;
  deliberation: number;
  /** Between two hearings. */
  pause: number;
  /** At the end, over all files of the panel. */
  generalGrid: number;
}

export const cohort4Rhythm: Rhythm = {
  before: 10,
  pitch: 5,
  questions: 15,
  deliberation: 10,
  pause: 15,
  generalGrid: 30,
};

/** Dates are local ("2020-03-24"), times are minutes since midnight: no time zone is needed to lay a day out. */
export interface Session {
  panel: string;
  date: string;
  start: number;
  /** The half-day ends here, general grid included. */
  end: number;
  /** Room or video link. */
  place: string;
  jurors: readonly string[];
  hearings: readonly Hearing[];
}

export interface Hearing {
  proposal: string;
  /** Who comes for the project: mentors, sponsor. */
  team: readonly string[];
  /** When the team can come; without it, any time. */
  windows?: readonly { from: number; to: number }[];
}

export interface Slot {
  panel: string;
  date: string;
  place: string;
  kind: 'before' | 'pitch' | 'questions' | 'deliberation' | 'pause' | 'general_grid';
  proposal: string | null;
  from: number;
  to: number;
  people: readonly string[];
}

export type Clash =
  | { kind: 'two_places'; person: string; date: string; at: number; panels: [string, string] }
  | { kind: 'place_twice'; place: string; date: string; at: number; panels: [string, string] }
  | { kind: 'team_away'; proposal: string; panel: string; date: string; at: number }
  | { kind: 'too_long'; panel: string; date: string; end: number; limit: number };

/** The slots of one session, hearings in the order given. */
export function layOut(session: Session, rhythm: Rhythm): Slot[] {
  const slots: Slot[] = [];
  let at = session.start;
  const { panel, date, place, jurors, hearings } = session;
  const add = (kind: Slot['kind'], minutes: number, proposal: string | null, people: readonly string[]) => {
    if (minutes > 0) slots.push({ panel, date, place, kind, proposal, from: at, to: at + minutes, people });
    at += minutes;
  };
  hearings.forEach(({ proposal, team }, index) => {
    const all = [...new Set([...jurors, ...team])];
    if (index > 0) add('pause', rhythm.pause, null, jurors);
    add('before', rhythm.before, proposal, jurors);
    add('pitch', rhythm.pitch, proposal, all);
    add('questions', rhythm.questions, proposal, all);
    add('deliberation', rhythm.deliberation, proposal, jurors);
  });
  if (hearings.length > 0) add('general_grid', rhythm.generalGrid, null, jurors);
  return slots;
}

/** When the team of the n-th hearing of a session is in the room. */
export function hearingTime(
  session: Pick<Session, 'start'>,
  rhythm: Rhythm,
  index: number,
): { from: number; to: number } {
  const { before, pitch, questions, deliberation, pause } = rhythm;
  const from = session.start + index * (before + pitch + questions + deliberation + pause) + before;
  return { from, to: from + pitch + questions };
}

/** Everything wrong with a timetable as it stands, laid out by us or moved by hand. */
export function clashesOf(sessions: readonly Session[], rhythm: Rhythm): Clash[] {
  const slots = sessions.flatMap((session) => layOut(session, rhythm));
  const clashes: Clash[] = [];
  const once = new Set<string>();
  const report = (clash: Clash, ...key: (string | number)[]) => {
    const said = `${clash.kind} ${key.join(' ')}`;
    if (!once.has(said)) clashes.push(clash);
    once.add(said);
  };
  for (const [date, day] of Map.groupBy(slots, (slot) => slot.date)) {
    const byStart = day.toSorted((a, b) => a.from - b.from || a.to - b.to);
    byStart.forEach((slot, index) => {
      for (let next = index + 1; next < byStart.length && byStart[next]!.from < slot.to; next++) {
        const other = byStart[next]!;
        if (other.panel === slot.panel) continue;
        const panels = [slot.panel, other.panel].sort() as [string, string];
        const { from: at } = other;
        if (slot.place === other.place)
          report({ kind: 'place_twice', place: slot.place, date, at, panels }, date, slot.place, ...panels);
        for (const person of slot.people)
          if (other.people.includes(person))
            report({ kind: 'two_places', person, date, at, panels }, date, person, ...panels);
      }
    });
  }
  for (const session of sessions) {
    const { panel, date, end: limit } = session;
    const end = layOut(session, rhythm).at(-1)?.to ?? session.start;
    if (end > limit) report({ kind: 'too_long', panel, date, end, limit }, panel, date);
    session.hearings.forEach(({ proposal, windows }, index) => {
      const { from, to } = hearingTime(session, rhythm, index);
      if (windows && !windows.some((window) => window.from <= from && to <= window.to))
        report({ kind: 'team_away', proposal, panel, date, at: from }, panel, date, proposal);
    });
  }
  return clashes;
}
