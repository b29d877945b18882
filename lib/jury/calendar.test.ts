import { expect, test } from 'vitest';
import { hearingCalendar } from './calendar';

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
