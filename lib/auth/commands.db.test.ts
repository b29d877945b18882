import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { endSession, redeemCode, redeemLink, requestSignIn, signInAsDemo, signOut } from '@/lib/auth/commands';
import { sessionsOf, sessionViewer } from '@/lib/auth/queries';
import { db, disconnect } from '@/lib/db';
import { visitor } from '@/lib/viewer';
import { makePerson, makeRole, viewerOf } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const start = new Date('2026-03-02T09:00:00Z');
const later = (minutes: number) => () => new Date(start.getTime() + minutes * 60_000);
let number = 0;
let email = '';
let device = { ip: '', userAgent: 'Firefox' };
beforeEach(() => {
  number++;
  email = `personne.${number}@exemple.gouv.fr`;
  device = { ip: `192.0.2.${number}`, userAgent: 'Firefox' };
});

const ask = (to = email, minutes = 0, next = '') =>
  requestSignIn(visitor, { email: to, next, locale: 'fr', baseUrl: 'https://cohorte.test' }, device, later(minutes));
const enter = (code: string, minutes = 1, from = device) =>
  redeemCode(visitor, { email, code, locale: 'fr' }, from, later(minutes));
const follow = (token: string, minutes = 1) => redeemLink(visitor, { token, locale: 'fr' }, device, later(minutes));

/** The code and the link's token of the newest mail. */
async function mailed(to = email): Promise<{ code: string; token: string; text: string }> {
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { to }, orderBy: { id: 'desc' } });
  const code = /\b(\d{4}) (\d{4})\b/.exec(mail.text);
  return { code: `${code?.[1]}${code?.[2]}`, token: /token=([\w-]+)/.exec(mail.text)?.[1] ?? '', text: mail.text };
}

describe('signing in by mail', () => {
  test('opens a session with the code, spaces included, and makes the person at the first time', async () => {
    await ask();
    const { code } = await mailed();
    const opened = await enter(`${code.slice(0, 4)} ${code.slice(4)}`);
    expect(opened).toMatchObject({ ok: true });
    expect(await db.person.count({ where: { email } })).toBe(1);
  });
  test('opens a session with the link instead', async () => {
    await ask();
    expect(await follow((await mailed()).token)).toMatchObject({ ok: true });
  });
  test('serves once: the code, the link, and one after the other', async () => {
    await ask();
    const { code, token } = await mailed();
    expect(await enter(code)).toMatchObject({ ok: true });
    expect(await enter(code)).toMatchObject({ reason: 'wrong_code' });
    expect(await follow(token)).toMatchObject({ reason: 'expired_link' });
  });
  test('serves once, even when twenty clicks arrive together', async () => {
    await ask();
    const { token } = await mailed();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => follow(token)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await db.session.count({ where: { person: { email } } })).toBe(1);
  });
  test('lasts ten minutes, not a second more', async () => {
    await ask();
    const { token, code } = await mailed();
    expect(await follow(token, 10)).toMatchObject({ reason: 'expired_link' });
    expect(await enter(code, 10)).toMatchObject({ reason: 'wrong_code' });
    expect(await enter(code, 9.99)).toMatchObject({ ok: true });
  });
  test('a newer mail replaces the one before', async () => {
    await ask();
    const first = await mailed();
    await ask(email, 1);
    const second = await mailed();
    expect(await follow(first.token, 2)).toMatchObject({ reason: 'expired_link' });
    expect(await enter(first.code, 2)).toMatchObject({ reason: 'wrong_code' });
    expect(await follow(second.token, 2)).toMatchObject({ ok: true });
  });
  test('five wrong codes use the mail up, whoever guesses and from wherever', async () => {
    await ask();
    const { code } = await mailed();
    const wrong = code === '00000000' ? '11111111' : '00000000';
    const guesses = Array.from({ length: 5 }, (_, index) => enter(wrong, 1, { ...device, ip: `198.51.100.${index}` }));
    for (const outcome of await Promise.all(guesses)) expect(outcome).toMatchObject({ reason: 'wrong_code' });
    expect(await enter(code)).toMatchObject({ reason: 'wrong_code' });
  });
  test('a code is of its address: it opens nobody else’s door', async () => {
    await ask();
    const { code } = await mailed();
    const other = `autre.${email}`;
    await ask(other);
    expect(await redeemCode(visitor, { email: other, code, locale: 'fr' }, device, later(1))).toMatchObject({
      reason: 'wrong_code',
    });
  });
  test('answers the same for an address the programme knows and one it does not', async () => {
    await makePerson(db, { email });
    const known = await ask();
    const unknown = await ask(`inconnue.${email}`);
    expect(known).toEqual(unknown);
    expect((await mailed()).text.replace(/\d{4} \d{4}|token=\S+/g, '')).toBe(
      (await mailed(`inconnue.${email}`)).text.replace(/\d{4} \d{4}|token=\S+/g, ''),
    );
  });
  test('a disabled person cannot come in', async () => {
    await makePerson(db, { email, disabledAt: start });
    await ask();
    expect(await follow((await mailed()).token)).toMatchObject({ reason: 'expired_link' });
  });
  test('keeps no token nor code in clear in the database', async () => {
    await ask();
    const { code, token } = await mailed();
    const kept = JSON.stringify(await db.signInToken.findMany({ where: { email } }));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(token);
  });
});

describe('limits', () => {
  test('ten requests in three minutes for one address, from any computer; then it says how long to wait', async () => {
    for (let time = 0; time < 10; time++) {
      device = { ...device, ip: `203.0.113.${time}` };
      expect(await ask()).toMatchObject({ ok: true });
    }
    expect(await ask()).toEqual({ ok: false, reason: 'too_many', detail: { seconds: 180 } });
    expect(await ask(email, 3)).toMatchObject({ ok: true });
  });
  test('a ministry is one address: three hundred of its people in three minutes, not one more', async () => {
    await db.rateLimit.create({
      data: { key: `sign-in:ip:${device.ip}`, windowStart: start, count: 299 },
    });
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask(`autre.${email}`)).toEqual({ ok: false, reason: 'too_many', detail: { seconds: 180 } });
    device = { ...device, ip: '198.51.100.1' };
    expect(await ask(`autre.${email}`)).toMatchObject({ ok: true });
  });
  test('ten codes in fifteen minutes for one address', async () => {
    for (let time = 0; time < 10; time++) expect(await enter('12345678', time)).toMatchObject({ reason: 'wrong_code' });
    expect(await enter('12345678', 10)).toMatchObject({ reason: 'too_many', detail: { seconds: 300 } });
  });
});

describe('sessions', () => {
  async function open() {
    const now = () => new Date();
    await requestSignIn(visitor, { email, next: '', locale: 'fr', baseUrl: 'https://cohorte.test' }, device, now);
    const opened = await redeemLink(visitor, { token: (await mailed()).token, locale: 'fr' }, device, now);
    if (!opened.ok) throw new Error('not open');
    const viewer = await sessionViewer(opened.value.token);
    if (!viewer) throw new Error('no viewer');
    return { viewer, token: opened.value.token };
  }
  test('carry the roles in force today, not those that ended or have not begun', async () => {
    const { viewer, token } = await open();
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000);
    await makeRole(db, viewer.id, 'coach', { from: day(-10) });
    await makeRole(db, viewer.id, 'juror', { from: day(-10), to: day(-2) });
    await makeRole(db, viewer.id, 'coordinator', { from: day(2) });
    expect((await sessionViewer(token))?.roles.map(({ kind }) => kind)).toEqual(['coach']);
  });
  test('end one by one or all at once, and only one’s own', async () => {
    const first = await open();
    const again = await open();
    const list = await sessionsOf(again.viewer, again.token);
    expect(list.map(({ current }) => current)).toEqual([true, false]);
    const stranger = viewerOf(await makePerson(db));
    expect(await endSession(stranger, list[1]?.id ?? '')).toMatchObject({ reason: 'session_ended' });
    expect(await endSession(again.viewer, list[1]?.id ?? '')).toMatchObject({ ok: true });
    expect(await sessionViewer(first.token)).toBeNull();
    await open();
    expect(await signOut(again.viewer, again.token, true)).toBe(2);
    expect(await sessionViewer(again.token)).toBeNull();
  });
  test('end at once for a person who is disabled', async () => {
    const { viewer, token } = await open();
    await db.person.update({ where: { id: viewer.id }, data: { disabledAt: new Date() } });
    expect(await sessionViewer(token)).toBeNull();
  });
});

describe('one-click sign-in', () => {
  afterEach(() => vi.unstubAllEnvs());
  test('cannot exist outside the demo, even for a person marked as of its cast', async () => {
    const person = await makePerson(db, { extra: { demoRole: 'coordinator' } });
    for (const value of ['0', '', 'true', undefined]) {
      vi.stubEnv('COHORTE_DEMO', value);
      expect(await signInAsDemo(visitor, person.id, device, later(0))).toMatchObject({ reason: 'not_demo' });
    }
    expect(await db.session.count({ where: { personId: person.id } })).toBe(0);
    vi.stubEnv('COHORTE_DEMO', '1');
    expect(await signInAsDemo(visitor, person.id, device, later(0))).toMatchObject({ ok: true });
  });
});
