import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db, transaction } from '@/lib/db';
import { renewCalendar } from '@/lib/onboarding/commands/calendar';
import { checklistCsv } from '@/lib/onboarding/exports';
import { calendarOwner, myCalendar } from '@/lib/onboarding/queries/calendar';
import { visitor } from '@/lib/viewer';
import { viewerOf, welcome } from '@/prisma/factories/onboarding';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
process.env.NEXTAUTH_SECRET ??= 'secret-of-the-tests-only';
const hash = (token: string) => createHash('sha256').update(token).digest('hex');

it('a calendar address opens one’s own due days, and ends when it is replaced', async () => {
  const world = await transaction((tx) => welcome(tx));
  const [fellow] = world.fellows;
  const first = await renewCalendar(fellow ?? visitor, clockAt('2026-08-01T08:00:00Z'));
  if (!first.ok) throw new Error(first.reason);
  expect(await myCalendar(fellow ?? visitor)).toBe(first.value.token);
  const owner = await calendarOwner(visitor, hash(first.value.token));
  expect(owner?.lines.map((line) => line.title.fr)).toEqual(['Dire mes besoins de poste de travail']);
  const second = await renewCalendar(fellow ?? visitor, clockAt('2026-08-01T08:00:01Z'));
  if (!second.ok) throw new Error(second.reason);
  expect(await calendarOwner(visitor, hash(first.value.token))).toBeNull();
  expect(await calendarOwner(visitor, hash(second.value.token))).not.toBeNull();
  expect(await renewCalendar(visitor, clockAt('2026-08-01T08:00:00Z'))).toEqual({ ok: false, reason: 'not_found' });
});

it('the spreadsheet holds one line per line, in days late, for those who follow and nobody else', async () => {
  const world = await transaction((tx) => welcome(tx, { title: '=HYPERLINK("x")' }));
  const coordinator = await transaction((tx) => viewerOf(tx, 'Camille', [{ kind: 'coordinator' }]));
  const cohort = await db.cohort.findUniqueOrThrow({ where: { id: world.cohortId } });
  const at = { cohortSlug: cohort.slug, templateKey: 'arrival' };
  const csv = await checklistCsv(coordinator, at, 'fr', '2026-08-12');
  const lines = csv?.split('\r\n') ?? [];
  expect(lines[0]).toContain('Jours de retard');
  expect(lines.find((line) => line.includes('Réserver les bureaux'))).toMatch(/^"?'=HYPERLINK.*;02\/08\/2026;;10;/);
  expect(await checklistCsv(world.mentor, at, 'fr', '2026-08-12')).toBeNull();
});
