import { afterAll, expect, it } from 'vitest';
import { db, disconnect, transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, refuse } from '@/lib/result';
import { system } from '@/lib/viewer';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const viewer = system('test');
const kept = async (key: string) =>
  (await db.outboxMessage.count({ where: { key } })) + Number(await db.event.count({ where: { subjectId: key } }));

/** Writes a row, a mail and an event, then answers. */
const act = <T>(key: string, answer: () => T) =>
  transaction(async (tx) => {
    const mail = { locale: 'fr', template: 'test', subject: 'Objet', text: 'Texte', html: '<p>Texte</p>' };
    await enqueue(tx, { key, to: 'a@exemple.invalid', ...mail });
    await record(tx, viewer, 'test.done', { kind: 'test', id: key });
    return answer();
  });

it('a refusal answered after writing leaves nothing: no row, no mail, no event', async () => {
  expect(await act('refused', () => refuse('too_late', { count: 2 }))).toEqual({
    ...{ ok: false, reason: 'too_late' },
    detail: { count: 2 },
  });
  expect(await kept('refused')).toBe(0);
});

it('any other answer keeps what was written, an error undoes it', async () => {
  expect(await act('done', () => ok({ ok: false, reason: 'inside a value' }))).toMatchObject({ ok: true });
  expect(await act('nothing', () => null)).toBeNull();
  await expect(
    act('thrown', () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect([await kept('done'), await kept('nothing'), await kept('thrown')]).toEqual([2, 2, 0]);
});
