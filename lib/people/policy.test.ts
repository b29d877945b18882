import { describe, expect, test } from 'vitest';
import { mayManagePeople, peopleSight, peopleVisibleTo } from '@/lib/people/policy';
import { type PersonViewer, type RoleKind, system, visitor } from '@/lib/viewer';

const person = (...kinds: RoleKind[]): PersonViewer => ({
  kind: 'person',
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Ada',
  email: 'ada@exemple.gouv.fr',
  locale: 'fr',
  theme: 'system',
  roles: kinds.map((kind) => ({ kind, cohortId: null, challengeId: null })),
  organisationIds: [],
});

describe('who is shown to whom', () => {
  test('a visitor sees only those who agreed to be public', () => {
    expect(peopleVisibleTo(visitor)).toEqual({ disabledAt: null, OR: [{ visibility: { in: ['public'] } }] });
  });
  test('an applicant is not a member of the programme', () => {
    expect(peopleSight(person('applicant')).member).toBe(false);
    expect(peopleSight(person('fellow')).member).toBe(true);
  });
  test('everyone sees themselves', () => {
    expect(JSON.stringify(peopleVisibleTo(person()))).toContain(person().id);
  });
  test('the team and its jobs see everyone', () => {
    expect(peopleVisibleTo(person('communication'))).toEqual({});
    expect(peopleVisibleTo(system('nightly'))).toEqual({});
  });
  test('only the coordination manages people', () => {
    expect(mayManagePeople(person('communication'))).toBe(false);
    expect(mayManagePeople(person('coordinator'))).toBe(true);
  });
});
