import { afterAll, describe, expect, it } from 'vitest';
import { db, disconnect, rows, transaction } from '@/lib/db';
import { verifyLedger } from '@/lib/ledger';
import { record } from '@/lib/record';
import { system } from '@/lib/viewer';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const append = (name: 'test.done' | 'test.undone') =>
  transaction((tx) => record(tx, system('test'), name, { kind: 'test', id: 'é–1' }, { n: 1, words: ['"', '\\', 'é'] }));

describe('the event chain', () => {
  it('holds when written by several at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => append('test.done')));
    expect(await verifyLedger()).toMatchObject({ links: 20n });
  });

  it('is not written when the act itself fails', async () => {
    const failing = transaction(async (tx) => {
      await record(tx, system('test'), 'test.done', { kind: 'test', id: 'x' });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await verifyLedger()).toMatchObject({ links: 20n });
  });

  it('refuses to be changed, emptied or cut', async () => {
    await expect(db.$executeRaw`UPDATE event SET name = 'x.y' WHERE id = 3`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`DELETE FROM event WHERE id = 20`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`TRUNCATE event`).rejects.toThrow(/append-only/);
  });

  it.each([
    ['a changed name', 'content', "UPDATE event SET name = 'test.undone' WHERE id = 7", '7'],
    ['a changed payload', 'content', "UPDATE event SET payload = payload || ' ' WHERE id = 5", '5'],
    ['a changed date', 'content', "UPDATE event SET at = at + interval '1 millisecond' WHERE id = 4", '4'],
    ['a removed link', 'gap', 'DELETE FROM event WHERE id = 2', '3'],
    ['a link sealed again after a change', 'previous', "UPDATE event SET hash = repeat('a', 64) WHERE id = 1", '1'],
  ])('names the first broken link after %s', async (_what, why, sql, id) => {
    // Someone with all rights on the server, who disables the trigger first.
    await db.$executeRawUnsafe('ALTER TABLE event DISABLE TRIGGER event_append_only');
    await db.$executeRawUnsafe(sql);
    const found = await verifyLedger();
    expect(found).toMatchObject({ broken: { id } });
    if ('broken' in found && id !== '1') expect(found.broken.why).toBe(why);
    expect((await rows('SELECT 1')).length).toBe(1);
  });
});
