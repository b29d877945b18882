import { expect, it } from 'vitest';
import { dueCalendar } from '@/lib/onboarding/calendar';

const line = {
  id: '018f0000-0000-7000-8000-000000000001',
  version: 3,
  title: {
    fr: 'Réserver les bureaux, et prévoir où s’asseoir à l’arrivée de toute l’équipe été comme hiver',
    en: 'Book the desks',
  },
  challenge: 'Sentinelle',
  slug: 'sentinelle',
  about: null,
  dueOn: '2026-10-25',
  closed: false,
  changedAt: new Date('2026-08-01T08:00:00Z'),
};
const made = (more = {}) =>
  dueCalendar([{ ...line, ...more }], { name: 'Échéances', locale: 'fr', origin: 'https://cohorte.test' });

it('is a calendar that applications accept: CRLF, lines of 75 octets at most, whole characters', () => {
  const text = made();
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  for (const folded of text.split('\r\n')) {
    expect(Buffer.byteLength(folded)).toBeLessThanOrEqual(75);
    expect(folded).not.toContain('\uFFFD');
    expect(folded).not.toContain('\n');
  }
});

it('keeps the day whatever the clock change, a stable name, and its sequence', () => {
  const text = made().replace(/\r\n /g, '');
  expect(text).toContain('DTSTART;VALUE=DATE:20261025');
  expect(text).toContain('DTEND;VALUE=DATE:20261026');
  expect(text).toContain(`UID:checklist-item-${line.id}@cohorte.test`);
  expect(text).toContain('SEQUENCE:3');
  expect(text).toContain('DTSTAMP:20260801T080000Z');
});

it('keeps a settled thing, cancelled', () => {
  expect(made({ closed: true })).toContain('STATUS:CANCELLED');
});
