import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db, disconnect, transaction } from '@/lib/db';
import { AnswerForm } from '@/lib/onboarding/answers';
import { answerDelegated, delegateItem, revokeDelegation } from '@/lib/onboarding/commands/delegations';
import { linkSecret, signLink } from '@/lib/onboarding/links';
import { delegatedItem } from '@/lib/onboarding/queries/delegated';
import { itemOf } from '@/lib/onboarding/queries/items';
import { visitor } from '@/lib/viewer';
import { lineOf, type Welcome, welcome } from '@/prisma/factories/onboarding';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
process.env.NEXTAUTH_SECRET ??= 'secret-of-the-tests-only';
const NOW = new Date('2026-08-01T08:00:00Z');
const clock = clockAt(NOW.toISOString());
const device = { ip: '192.0.2.7' };
let world: Welcome;
beforeAll(async () => {
  world = await transaction((tx) => welcome(tx));
  return disconnect;
});

const line = (key: string, fellowId?: string) => transaction((tx) => lineOf(tx, world.listId, key, fellowId));
const posted = (answer: string, note = '') => AnswerForm.parse({ answer, note });

async function delegate(key: string, days = 15) {
  const { id, version } = await line(key, key === 'workstation-ready' ? world.fellows[0]?.id : undefined);
  const email = `it-${randomUUID().slice(0, 6)}@ministere.invalid`;
  const made = await delegateItem(
    world.mentor,
    { id, email, name: 'Service informatique', message: 'Merci', days, locale: 'fr' },
    clock,
  );
  if (!made.ok) throw new Error(made.reason);
  const row = await db.checklistDelegation.findUniqueOrThrow({ where: { id: made.value.id } });
  return { id, version, email, delegationId: row.id, token: signLink(row, linkSecret()) };
}

describe('a signed link', () => {
  it('is mailed in the transaction of its making, and lets someone without an account answer that line', async () => {
    const link = await delegate('open-internet');
    const mail = await db.outboxMessage.findUniqueOrThrow({ where: { key: `delegation:${link.delegationId}` } });
    expect(mail.to).toBe(link.email);
    expect(mail.text).toContain(`/fr/delegated/${link.token}`);
    const answered = await answerDelegated(
      visitor,
      { ...posted('yes', 'Ticket 4211'), token: link.token, version: link.version },
      device,
      clock,
    );
    expect(answered).toMatchObject({ ok: true });
    const seen = await itemOf(world.mentor, link.id, '2026-08-01', NOW);
    expect(seen).toMatchObject({ state: 'done', note: 'Ticket 4211' });
    expect(seen?.revisions[0]).toMatchObject({ by: null, outside: 'Service informatique' });
    expect(await db.outboxMessage.count({ where: { to: world.mentor.email, template: 'checklist-answered' } })).toBe(1);
  });

  it('shows that line and nothing else: not the list, the history, the messages nor what others answered', async () => {
    const { id, version } = await line('workstation-ready', world.fellows[0]?.id);
    await db.checklistItem.update({ where: { id }, data: { note: 'Ne pas transmettre', answer: 'no' } });
    await db.checklistComment.create({ data: { itemId: id, byId: world.mentor.id, text: 'Entre nous' } });
    const link = await delegate('workstation-ready');
    const shown = await delegatedItem(visitor, link.token, NOW);
    expect(shown).toMatchObject({
      message: 'Merci',
      from: 'Hugues Mentor',
      state: 'open',
      answer: null,
      note: '',
      version,
    });
    expect(Object.keys(shown as object).sort()).toEqual([
      'answer',
      'answeredAt',
      'challenge',
      'definition',
      'expiresAt',
      'from',
      'host',
      'message',
      'note',
      'state',
      'version',
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/Ne pas transmettre|Entre nous|Fellow|@/);
  });

  it('ends at its hour, to the second', async () => {
    const link = await delegate('desks', 7);
    const end = new Date(NOW.getTime() + 7 * 86_400_000);
    expect(await delegatedItem(visitor, link.token, new Date(end.getTime() - 1_000))).toMatchObject({ state: 'open' });
    expect(await delegatedItem(visitor, link.token, end)).toBe('over');
    const late = { ...posted('yes'), token: link.token, version: link.version };
    expect(await answerDelegated(visitor, late, device, () => end)).toEqual({ ok: false, reason: 'link_over' });
    expect((await line('desks')).state).toBe('open');
  });

  it('ends when it is revoked, and only those who manage the list may', async () => {
    const link = await delegate('budget');
    const revoked = { delegationId: link.delegationId };
    expect(await revokeDelegation(world.fellows[0] ?? visitor, revoked, clock)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await revokeDelegation(world.mentor, revoked, clock)).toMatchObject({ ok: true });
    expect(await delegatedItem(visitor, link.token, NOW)).toBe('over');
    const answer = { ...posted('yes'), token: link.token, version: link.version };
    expect(await answerDelegated(visitor, answer, device, clock)).toEqual({ ok: false, reason: 'link_over' });
  });

  it('cannot be guessed, nor turned to another line or a later end', async () => {
    const link = await delegate('telework');
    const other = await line('announced');
    const row = await db.checklistDelegation.findUniqueOrThrow({ where: { id: link.delegationId } });
    const forged = [
      signLink(row, 'another-secret-altogether'),
      signLink({ ...row, itemId: other.id }, linkSecret()),
      signLink({ ...row, expiresAt: new Date(row.expiresAt.getTime() + 86_400_000) }, linkSecret()),
      signLink({ ...row, id: randomUUID() }, linkSecret()),
      link.token.slice(0, -1),
      '',
    ];
    for (const token of forged) {
      expect(await delegatedItem(visitor, token, NOW)).toBeNull();
      const answer = { ...posted('yes'), token, version: link.version };
      expect(await answerDelegated(visitor, answer, device, clock)).toEqual({ ok: false, reason: 'link_over' });
    }
  });

  it('slows down whoever tries many', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 40 }, () =>
        answerDelegated(visitor, { ...posted('yes'), token: 'x', version: 1 }, { ip: '192.0.2.99' }, clock),
      ),
    );
    expect(attempts.some((one) => !one.ok && one.reason === 'too_many')).toBe(true);
  });

  it('is never made for a fellow’s own needs, nor by someone who does not manage the list', async () => {
    const needs = await line('workstation-needs', world.fellows[0]?.id);
    const input = {
      id: needs.id,
      email: 'it@ministere.invalid',
      name: '',
      message: '',
      days: 7,
      locale: 'fr' as const,
    };
    expect(await delegateItem(world.mentor, input, clock)).toEqual({ ok: false, reason: 'not_delegable' });
    const desks = await line('desks');
    expect(await delegateItem(world.fellows[0] ?? visitor, { ...input, id: desks.id }, clock)).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await delegateItem(visitor, { ...input, id: desks.id }, clock)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('is replaced by a newer one to the same address', async () => {
    const { id } = await line('presentation');
    const input = { id, email: 'it@ministere.invalid', name: '', message: '', days: 7, locale: 'en' as const };
    await delegateItem(world.mentor, input, clock);
    await delegateItem(world.mentor, input, clock);
    expect(await db.checklistDelegation.count({ where: { itemId: id, revokedAt: null } })).toBe(1);
  });
});
