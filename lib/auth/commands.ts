import { signInMail } from '@/lib/auth/emails';
import {
  CODE_ATTEMPTS,
  cleanCode,
  digest,
  newCode,
  newSecret,
  SESSION_DAYS,
  SIGN_IN_MINUTES,
  sameDigest,
} from '@/lib/auth/tokens';
import type { Clock } from '@/lib/clock';
import { rows, type Tx, transaction } from '@/lib/db';
import { isDemo } from '@/lib/env';
import type { Locale } from '@/lib/i18n/routing';
import { enqueue } from '@/lib/mailer';
import { freeSlug } from '@/lib/people/names';
import { overLimit } from '@/lib/rate-limit';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { type Viewer, visitor } from '@/lib/viewer';

export type Device = { ip: string; userAgent: string };
export type OpenSession = { token: string; expires: Date; personId: string };

/** A ministry is one address for thousands of people: what guards an account is the limit of its e-mail. */
const MINISTRY = 300;

/** Mails a link and a code. The answer is the same for known and unknown addresses. */
export async function requestSignIn(
  viewer: Viewer,
  input: { email: string; next: string; locale: Locale; baseUrl: string },
  device: Device,
  clock: Clock,
): Promise<Result<null, 'too_many'>> {
  const now = clock();
  const wait = await overLimit(
    { keys: { [`sign-in:mail:${input.email}`]: 10, [`sign-in:ip:${device.ip}`]: MINISTRY }, seconds: 180 },
    now,
  );
  if (wait) return refuse('too_many', { seconds: wait });
  const token = newSecret();
  const code = newCode();
  await transaction(async (tx) => {
    await tx.signInToken.updateMany({
      where: { email: input.email, usedAt: null, supersededAt: null },
      data: { supersededAt: now },
    });
    const row = await tx.signInToken.create({
      data: {
        email: input.email,
        linkHash: digest(token),
        codeHash: digest(`${input.email}:${code}`),
        expires: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000),
      },
    });
    const next = input.next ? `&next=${encodeURIComponent(input.next)}` : '';
    const link = `${input.baseUrl}/${input.locale}/sign-in/confirm?token=${token}${next}`;
    await enqueue(tx, await signInMail({ id: row.id, to: input.email, locale: input.locale, link, code }));
    await record(tx, viewer, 'sign_in.requested', { kind: 'sign_in', id: row.id });
  });
  return ok(null);
}

/** Redeems the typed code of the newest mail; five wrong ones use it up. */
export async function redeemCode(
  viewer: Viewer,
  input: { email: string; code: string; locale: Locale },
  device: Device,
  clock: Clock,
): Promise<Result<OpenSession, 'too_many' | 'wrong_code'>> {
  const now = clock();
  const wait = await overLimit(
    { keys: { [`code:mail:${input.email}`]: 10, [`code:ip:${device.ip}`]: MINISTRY }, seconds: 900 },
    now,
  );
  if (wait) return refuse('too_many', { seconds: wait });
  // The attempt is counted first and conditionally: parallel guesses cannot share one. It counts whatever is answered.
  const [row] = await rows<{ id: string; code_hash: string }>(
    `UPDATE sign_in_token SET attempts = attempts + 1
     WHERE email = $1 AND used_at IS NULL AND superseded_at IS NULL AND expires > $2 AND attempts < $3
     RETURNING id, code_hash`,
    [input.email, now, CODE_ATTEMPTS],
  );
  if (!row || !sameDigest(row.code_hash, digest(`${input.email}:${cleanCode(input.code)}`)))
    return refuse('wrong_code');
  return transaction((tx) => redeem(tx, viewer, row.id, input, device, now));
}

/** Redeems the link of a mail: called from the POST of the confirmation page, never from a GET. */
export async function redeemLink(
  viewer: Viewer,
  input: { token: string; locale: Locale },
  device: Device,
  clock: Clock,
): Promise<Result<OpenSession, 'expired_link'>> {
  const now = clock();
  return transaction(async (tx) => {
    const row = await tx.signInToken.findUnique({ where: { linkHash: digest(input.token) }, select: { id: true } });
    if (!row) return refuse('expired_link');
    const opened = await redeem(tx, viewer, row.id, input, device, now);
    return opened.ok ? opened : refuse('expired_link');
  });
}

async function redeem(tx: Tx, viewer: Viewer, id: string, input: { locale: Locale }, device: Device, now: Date) {
  const used = await tx.signInToken.updateManyAndReturn({
    where: { id, usedAt: null, supersededAt: null, expires: { gt: now } },
    data: { usedAt: now },
    select: { email: true },
  });
  const email = used[0]?.email;
  if (!email) return refuse('wrong_code');
  const personId = await personWithEmail(tx, email, input.locale, now);
  if (!personId) return refuse('wrong_code');
  return ok(await openSession(tx, viewer, personId, device, now));
}

/** Finds or makes the person of a proven address; null when disabled. */
export async function personWithEmail(tx: Tx, email: string, locale: Locale, now: Date): Promise<string | null> {
  const known = await tx.person.findUnique({ where: { email }, select: { id: true, disabledAt: true } });
  if (known?.disabledAt) return null;
  if (known) return known.id;
  const name = email.split('@')[0]?.replace(/[._-]+/g, ' ') ?? email;
  const slug = await freeSlug(name, async (candidate) => (await tx.person.count({ where: { slug: candidate } })) > 0);
  const made = await tx.person.create({
    data: { email, name, slug, locale, emailVerified: now },
    select: { id: true },
  });
  await record(tx, visitor, 'person.registered', { kind: 'person', id: made.id });
  return made.id;
}

export async function openSession(
  tx: Tx,
  viewer: Viewer,
  personId: string,
  device: Device,
  now: Date,
): Promise<OpenSession> {
  const token = newSecret();
  const expires = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  const session = await tx.session.create({
    data: { sessionToken: digest(token), personId, expires, userAgent: device.userAgent.slice(0, 300) },
    select: { id: true },
  });
  await record(tx, viewer, 'session.opened', { kind: 'person', id: personId }, { session: session.id });
  return { token, expires, personId };
}

/** One click in the demo's cast of accounts; refused anywhere else. */
export async function signInAsDemo(
  viewer: Viewer,
  id: string,
  device: Device,
  clock: Clock,
): Promise<Result<OpenSession, 'not_demo'>> {
  if (!isDemo()) return refuse('not_demo');
  return transaction(async (tx) => {
    const person = await tx.person.findFirst({
      where: { id, email: { not: null }, disabledAt: null },
      select: { id: true },
    });
    if (!person) return refuse('not_demo');
    return ok(await openSession(tx, viewer, person.id, device, clock()));
  });
}

/** Ends this session, or every session of the viewer. Returns how many ended. */
export async function signOut(viewer: Viewer, token: string, everywhere: boolean): Promise<number> {
  if (viewer.kind !== 'person') return 0;
  return transaction(async (tx) => {
    const ended = await tx.session.deleteMany({
      where: { personId: viewer.id, ...(everywhere ? {} : { sessionToken: digest(token) }) },
    });
    await record(
      tx,
      viewer,
      everywhere ? 'session.closed_everywhere' : 'session.closed',
      { kind: 'person', id: viewer.id },
      { count: ended.count },
    );
    return ended.count;
  });
}

/** Ends another of one's own sessions: a lost phone, a borrowed computer. */
export async function endSession(viewer: Viewer, sessionId: string): Promise<Result<null, 'session_ended'>> {
  if (viewer.kind !== 'person') return refuse('session_ended');
  return transaction(async (tx) => {
    const ended = await tx.session.deleteMany({ where: { id: sessionId, personId: viewer.id } });
    if (ended.count === 0) return refuse('session_ended');
    await record(tx, viewer, 'session.closed', { kind: 'person', id: viewer.id }, { session: sessionId });
    return ok(null);
  });
}
