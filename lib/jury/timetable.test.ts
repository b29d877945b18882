import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderHearings } from './hearing-order';
import { readSettings } from './stage-input';
import { clashesOf, layOut, type Session } from './timetable';

const { rhythm } = readSettings({});

const session = (panel: string, proposals: string[], given: Partial<Session> = {}): Session => ({
  panel,
  date: '2020-03-24',
  start: 9 * 60,
  end: 13 * 60,
  place: `room ${panel}`,
  jurors: [`juror ${panel}`],
  hearings: proposals.map((proposal) => ({ proposal, team: [`mentor ${proposal}`] })),
  ...given,
});

describe('the timetable', () => {
  test('three files with the rhythm of cohort 4 take from 9:00 to 12:00', () => {
    const slots = layOut(session('A', ['x', 'y', 'z']), rhythm);
    expect(slots.map(({ kind, proposal, from, to }) => [kind, proposal, from, to]).slice(0, 6)).toEqual([
      ['before', 'x', 540, 550],
      ['pitch', 'x', 550, 555],
      ['questions', 'x', 555, 570],
      ['deliberation', 'x', 570, 580],
      ['pause', null, 580, 595],
      ['before', 'y', 595, 605],
    ]);
    expect(slots.at(-1)).toMatchObject({ kind: 'general_grid', from: 690, to: 720 });
    expect(clashesOf([session('A', ['x', 'y', 'z'])], rhythm)).toEqual([]);
  });

  test('nobody is in two places, no room is taken twice, no half-day runs over, no team is called when away', () => {
    const kinds = (sessions: Session[]) => clashesOf(sessions, rhythm).map(({ kind }) => kind);
    expect(kinds([session('A', ['x']), session('B', ['y'], { jurors: ['juror A'] })])).toEqual(['two_places']);
    expect(kinds([session('A', ['x']), session('B', ['y'], { place: 'room A' })])).toEqual(['place_twice']);
    expect(kinds([session('A', ['x']), session('B', ['y'], { place: 'room A', date: '2020-03-25' })])).toEqual([]);
    expect(kinds([session('A', ['x'], { end: 600 })])).toEqual(['too_long']);
    const late = { hearings: [{ proposal: 'x', team: [], windows: [{ from: 600, to: 720 }] }] };
    expect(kinds([session('A', [], late)])).toEqual(['team_away']);
  });

  test('a mentor of two projects heard at the same hour gets them one after the other', () => {
    const both = (panel: string, first: string, second: string) =>
      session(panel, [], {
        hearings: [
          { proposal: first, team: ['busy'] },
          { proposal: second, team: [] },
        ],
      });
    const sessions = [both('A', 'x', 'y'), both('B', 'z', 't')];
    expect(clashesOf(sessions, rhythm).map(({ kind }) => kind)).toEqual(['two_places']);
    const ordered = orderHearings(sessions, rhythm);
    expect(ordered.ok).toBe(true);
    expect(clashesOf(ordered.sessions, rhythm)).toEqual([]);
  });

  test('says when no order exists', () => {
    const one = (panel: string) => session(panel, [], { hearings: [{ proposal: panel, team: ['busy'] }] });
    expect(orderHearings([one('A'), one('B')], rhythm)).toMatchObject({ ok: false, reason: 'no_order' });
  });

  test('every order found holds the same hearings and has no clash', () => {
    const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 2 });
    const panels = fc.array(fc.array(people, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(panels, (teams) => {
        const sessions = teams.map((hearings, p) =>
          session(String(p), [], {
            end: 24 * 60,
            hearings: hearings.map((team, at) => ({ proposal: `${p}-${at}`, team })),
          }),
        );
        const ordered = orderHearings(sessions, rhythm);
        if (ordered.ok) expect(clashesOf(ordered.sessions, rhythm)).toEqual([]);
        else expect(clashesOf(sessions, rhythm)).not.toEqual([]);
        ordered.sessions.forEach((given, p) => {
          expect(new Set(given.hearings)).toEqual(new Set(sessions[p]!.hearings));
        });
      }),
    );
  });
});
