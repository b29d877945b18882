import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hearingCalendar, invitationCalendar } from './calendar';

const entry = {
  id: 'h1',
  title: 'Audition : Prévenir les feux de forêt, avec un très long intitulé qui dépasse une ligne du format',
  where: 'Salle Ségur',
  link: '',
  startsAt: new Date('2022-03-31T07:00:00Z'),
  endsAt: new Date('2022-03-31T07:40:00Z'),
  sequence: 2,
};
const made = hearingCalendar(
  'Jury',
  'cohorte.test',
  [entry, { ...entry, id: 'h2', startsAt: null }],
  new Date('2022-03-01T00:00:00Z'),
);

test('a calendar file has CRLF, lines of 75 octets at most, a stable identifier and its sequence', () => {
  const lines = made.split('\r\n');
  expect(made).not.toMatch(/[^\r]\n/);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines).toContain('UID:hearing-h1@cohorte.test');
  expect(lines).toContain('SEQUENCE:2');
  expect(lines).toContain('DTSTART:20220331T070000Z');
});

test('a hearing without an hour is not in the calendar', () => {
  expect(made.match(/BEGIN:VEVENT/g)).toHaveLength(1);
});

const HOSTILE = [
  'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil',
  'a\rEND:VEVENT',
  'a\nATTENDEE:mailto:x@y.invalid',
  '";CN=x:mailto:evil@x.invalid',
  '\\";X=":mailto:evil@x.invalid',
  'a\u2028b\u0085c\u0000d\u0007e\u202Efdp.exe',
  'é'.repeat(200),
];

test('whatever is typed in a title, a place or a name stays there: one appointment, two people, no line of its own', () => {
  const says = (typed: string) => {
    const entry = { title: typed, description: typed, where: typed, link: 'https://cohorte.test/x' };
    const hours = { startsAt: new Date(0), endsAt: new Date(3_600_000) };
    const people = {
      organiser: { name: typed, email: 'a@exemple.invalid' },
      guest: { name: typed, email: 'b@exemple.invalid' },
    };
    const text = invitationCalendar(
      { ...entry, ...hours, ...people, uid: 'u', sequence: 1, cancelled: false },
      new Date(0),
    );
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]|[\u202A-\u202E\u2066-\u2069]/);
    const lines = text.replace(/\r\n /g, '').split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.filter((line) => /^(?:[^\t\P{Cc}]|.*\0)/u.test(line))).toEqual([]);
    const named = lines.filter((line) => /^(ORGANIZER|ATTENDEE)/.test(line));
    expect(named).toHaveLength(2);
    expect(named[0]).toMatch(/^ORGANIZER(;CN="[^"]*")?:mailto:a@exemple\.invalid$/);
    expect(named[1]).toMatch(
      /^ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="[^"]*":MAILTO:b@exemple\.invalid$/,
    );
  };
  for (const typed of HOSTILE) says(typed);
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), says));
});
