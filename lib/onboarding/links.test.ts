import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namedIn, proves, signLink } from '@/lib/onboarding/links';

const SECRET = 'a-secret-of-the-tests-only';
const about = { id: randomUUID(), itemId: randomUUID(), expiresAt: new Date('2026-09-01T10:00:00Z') };

it('proves the delegation it was made for, and says which', () => {
  const token = signLink(about, SECRET);
  expect(namedIn(token)).toBe(about.id);
  expect(proves(token, about, SECRET)).toBe(true);
});

it('proves nothing for another item, another moment, another key', () => {
  const token = signLink(about, SECRET);
  expect(proves(token, { ...about, itemId: randomUUID() }, SECRET)).toBe(false);
  expect(proves(token, { ...about, expiresAt: new Date(about.expiresAt.getTime() + 1) }, SECRET)).toBe(false);
  expect(proves(token, about, `${SECRET}.`)).toBe(false);
});

it('never accepts a changed character', () => {
  const token = signLink(about, SECRET);
  fc.assert(
    fc.property(
      fc.nat(token.length - 1),
      fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
      (at, char) => {
        const changed = token.slice(0, at) + char + token.slice(at + 1);
        const same = Buffer.from(changed.split('.')[1] ?? '', 'base64url').equals(
          Buffer.from(token.split('.')[1] ?? '', 'base64url'),
        );
        const id = namedIn(changed);
        expect(id === about.id && proves(changed, about, SECRET)).toBe(same && id === about.id);
      },
    ),
  );
});

it('reads no delegation in anything else', () => {
  for (const token of ['', '.', 'x', `${signLink(about, SECRET)}=`, '../../etc/passwd', '%00', 'a'.repeat(5_000)])
    expect(namedIn(token)).toBeNull();
});
