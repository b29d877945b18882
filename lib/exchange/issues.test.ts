import { expect, test } from 'vitest';
import { canLink, fingerprint, Register } from './issues';

const issue = {
  file: 'a.md',
  field: 'defis[0].nom',
  value: 'Bridage Numérique',
  reason: 'unresolved_reference' as const,
  about: 'challenge' as const,
  subject: 'dora-crisan',
};

test('the same question in another file or place of a list has the same fingerprint', () => {
  expect(fingerprint({ ...issue, field: 'defis[3].nom', value: 'bridage  numerique ' })).toBe(fingerprint(issue));
  expect(fingerprint({ ...issue, subject: 'someone-else' })).not.toBe(fingerprint(issue));
});

test('values without letters are still told apart', () => {
  expect(fingerprint({ ...issue, value: '???' })).not.toBe(fingerprint({ ...issue, value: '…' }));
});

test('a choice made earlier answers the question instead of listing it', () => {
  const register = new Register(new Map([[fingerprint(issue), { act: 'ignore' }]]));
  expect(register.ask(issue)).toEqual({ act: 'ignore' });
  expect(register.issues).toEqual([]);
});

test('the same issue is listed once', () => {
  const register = new Register();
  register.ask(issue);
  register.ask(issue);
  expect(register.issues).toHaveLength(1);
});

test('a contradictory date cannot be answered by linking to a record', () => {
  expect(canLink('contradictory_date')).toBe(false);
  expect(canLink('unresolved_reference')).toBe(true);
});
