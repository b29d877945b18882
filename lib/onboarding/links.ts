import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/** What a signed link is about: one item, until a moment. Another item or another moment is another signature. */
export type Signed = { id: string; itemId: string; expiresAt: Date };

const toBytes = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const toUuid = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

function signature({ id, itemId, expiresAt }: Signed, secret: string): Buffer {
  return createHmac('sha256', secret).update(`checklist-link\n${id}\n${itemId}\n${expiresAt.getTime()}`).digest();
}

/** The secret part of the address: which delegation (22 characters), and its 256-bit signature. */
export const signLink = (about: Signed, secret: string): string =>
  `${toBytes(about.id).toString('base64url')}.${signature(about, secret).toString('base64url')}`;

/** The delegation an address names, unproven; null when it is not one of ours. */
export function namedIn(token: string): string | null {
  const found = /^([\w-]{22})\.[\w-]{43}$/.exec(token);
  return found?.[1] ? toUuid(Buffer.from(found[1], 'base64url')) : null;
}

export function proves(token: string, about: Signed, secret: string): boolean {
  const given = Buffer.from(token.split('.')[1] ?? '', 'base64url');
  const expected = signature(about, secret);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Links are signed with the installation's own secret: without one there are no links. */
export function linkSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is needed to sign links');
  return secret;
}

/** A personal calendar address: 256 bits that only this installation can make; asking for a new one ends the former. */
export const calendarToken = (of: { personId: string; createdAt: Date }, secret: string): string =>
  createHmac('sha256', secret)
    .update(`checklist-calendar\n${of.personId}\n${of.createdAt.getTime()}`)
    .digest('base64url');
