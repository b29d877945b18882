import { type Hearing, hearingTime, type Rhythm, type Session } from './timetable';

export type Ordered =
  | { ok: true; sessions: Session[] }
  | { ok: false; reason: 'no_order' | 'too_many_tries'; sessions: Session[] };

const TRIES = 200_000;

/**
 * Orders the hearings inside each session so that teams come when they can and nobody who follows several projects is
 * in two rooms at once. Searches in depth, the tightest session first; keeps the order given wherever it works.
 */
export function orderHearings(sessions: readonly Session[], rhythm: Rhythm): Ordered {
  const chosen = sessions.map((session): Session => ({ ...session, hearings: [] }));
  const busy = new Map<string, { date: string; from: number; to: number; session: number }[]>();
  for (const [at, session] of sessions.entries()) {
    const to = session.start + lengthOf(session.hearings.length, rhythm);
    for (const juror of session.jurors)
      occupy(busy, juror, { date: session.date, from: session.start, to, session: at });
  }
  const todo = sessions
    .flatMap((session, at) => session.hearings.map((_, index) => ({ at, index })))
    .sort((a, b) => a.index - b.index || a.at - b.at);
  let tries = 0;
  const place = (step: number): boolean => {
    const slot = todo[step];
    if (!slot) return true;
    const session = sessions[slot.at]!;
    const placed = chosen[slot.at]!.hearings;
    const time = { date: session.date, ...hearingTime(session, rhythm, slot.index), session: slot.at };
    for (const hearing of session.hearings) {
      if (placed.includes(hearing) || ++tries > TRIES || !isFree(hearing, time, busy)) continue;
      chosen[slot.at]!.hearings = [...placed, hearing];
      for (const person of hearing.team) occupy(busy, person, time);
      if (place(step + 1)) return true;
      for (const person of hearing.team) busy.get(person)!.pop();
      chosen[slot.at]!.hearings = placed;
    }
    return false;
  };
  if (place(0)) return { ok: true, sessions: chosen };
  return { ok: false, reason: tries > TRIES ? 'too_many_tries' : 'no_order', sessions: [...sessions] };
}

type Busy = { date: string; from: number; to: number; session: number };

function occupy(busy: Map<string, Busy[]>, person: string, time: Busy) {
  const times = busy.get(person) ?? [];
  times.push(time);
  busy.set(person, times);
}

function isFree({ team, windows }: Hearing, time: Busy, busy: Map<string, Busy[]>): boolean {
  if (windows && !windows.some((window) => window.from <= time.from && time.to <= window.to)) return false;
  return team.every((person) =>
    (busy.get(person) ?? []).every(
      (other) =>
        other.session === time.session || other.date !== time.date || other.to <= time.from || other.from >= time.to,
    ),
  );
}

function lengthOf(hearings: number, rhythm: Rhythm): number {
  if (hearings === 0) return 0;
  const { amongJurors, pitch, questions, deliberation, pause, generalGrid } = rhythm;
  return hearings * (amongJurors + pitch + questions + deliberation) + (hearings - 1) * pause + generalGrid;
}
