import type { StageSettings } from './stage-input';

/** Minutes of each moment of a panel's half-day: settings of the stage; cohort 4's guide of the jury gives the defaults. */
export type Rhythm = StageSettings['rhythm'];

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
    add('before', rhythm.amongJurors, proposal, jurors);
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
  const { amongJurors, pitch, questions, deliberation, pause } = rhythm;
  const from = session.start + index * (amongJurors + pitch + questions + deliberation + pause) + amongJurors;
  return { from, to: from + pitch + questions };
}

/** Who is in two rooms at once, and which room is taken twice; a place not chosen yet is nobody's. */
export function slotClashes(slots: readonly Slot[]): Clash[] {
  const clashes = new Map<string, Clash>();
  const report = (clash: Clash, ...key: string[]) => {
    const said = `${clash.kind} ${key.join(' ')}`;
    if (!clashes.has(said)) clashes.set(said, clash);
  };
  for (const [date, day] of Map.groupBy(slots, (slot) => slot.date)) {
    const byStart = day.toSorted((a, b) => a.from - b.from || a.to - b.to);
    byStart.forEach((slot, index) => {
      for (let next = index + 1; next < byStart.length && byStart[next]!.from < slot.to; next++) {
        const other = byStart[next]!;
        if (other.panel === slot.panel && other.proposal === slot.proposal) continue;
        const panels = [slot.panel, other.panel].sort() as [string, string];
        const { from: at } = other;
        if (slot.place !== '' && slot.place === other.place)
          report({ kind: 'place_twice', place: slot.place, date, at, panels }, date, slot.place, ...panels);
        for (const person of slot.people)
          if (other.people.includes(person))
            report({ kind: 'two_places', person, date, at, panels }, date, person, ...panels);
      }
    });
  }
  return [...clashes.values()];
}

/** Everything wrong with sessions as laid out: people and rooms, half-days that run over, teams called when away. */
export function clashesOf(sessions: readonly Session[], rhythm: Rhythm): Clash[] {
  const clashes = slotClashes(sessions.flatMap((session) => layOut(session, rhythm)));
  for (const session of sessions) {
    const { panel, date, end: limit } = session;
    const end = layOut(session, rhythm).at(-1)?.to ?? session.start;
    if (end > limit) clashes.push({ kind: 'too_long', panel, date, end, limit });
    session.hearings.forEach(({ proposal, windows }, index) => {
      const { from, to } = hearingTime(session, rhythm, index);
      if (windows && !windows.some((window) => window.from <= from && to <= window.to))
        clashes.push({ kind: 'team_away', proposal, panel, date, at: from });
    });
  }
  return clashes;
}
