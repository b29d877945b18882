import type { Row } from './memory';
import type { Planner, Subject } from './planner';
import { type RoleRecord, roleFamily } from './snapshot';

/** Roles of the site, once people, challenges and cohorts have their rows. A contradiction waits; nothing is taken away. */
export function planRoles(planner: Planner, roles: readonly RoleRecord[], today: string): void {
  const held = new Map<string, Row[]>();
  for (const row of planner.memory.rows.role.values()) held.set(placeOf(row), [...(held.get(placeOf(row)) ?? []), row]);
  for (const role of roles) {
    const personId = planner.idOf('person', role.person);
    const challengeId = planner.idOf('challenge', role.challenge);
    if (!personId || (role.challenge && !challengeId)) continue;
    const challenge = challengeId ? planner.memory.rows.challenge.get(challengeId) : undefined;
    const cohortId = (challenge?.cohortId as string | undefined) ?? planner.idOf('cohort', `cohort:${role.cohort}`);
    const kind = kindOf(role);
    const label = `${planner.memory.rows.person.get(personId)?.name ?? ''} : ${role.kind}`;
    const key = [roleFamily(role.kind), personId, challengeId ?? '', challengeId ? '' : (cohortId ?? '')].join('|');
    const subject: Subject = {
      ...{ kind: 'role', keys: [key], file: role.file, label, said: { kind } },
      seed: { personId, challengeId, cohortId, extra: role.title ? { title: role.title } : {} },
    };
    const others = held.get(placeOf({ id: '', personId, challengeId, cohortId })) ?? [];
    const same = others.find((row) => familyOf(String(row.kind)) === familyOf(kind));
    if (same) {
      planner.settle(role.precise ? subject : { ...subject, said: {} }, same);
      continue;
    }
    const against = challengeId ? others.find((row) => opposed(String(row.kind), kind)) : undefined;
    if (
      against &&
      planner.ask('contradictory_role', 'role', subject, 'role', `${label} ≠ ${against.kind}`)?.act !== 'create'
    )
      continue;
    const rights = role.kind === 'team' || role.kind === 'coach' ? datesOf(planner, cohortId, today) : {};
    if (rights === null) {
      if (planner.ask('grants_rights', 'role', subject, 'role', label)?.act !== 'create') continue;
    } else Object.assign(subject.seed, rights);
    planner.settle(subject, null);
  }
}

/** The programme's team of an archive: its part then, never its rights now. */
function kindOf(role: RoleRecord): string {
  if (role.kind !== 'team') return role.kind;
  if (/direct|responsable/i.test(role.title ?? '')) return 'director';
  return /communication/i.test(role.title ?? '') ? 'communication' : 'coordinator';
}

/** Only the year is known: the role ends with it. Null when that is not over, and the role would open doors today. */
function datesOf(planner: Planner, cohortId: string | null, today: string): { from: Date; to: Date } | null {
  const year = cohortId ? planner.memory.rows.cohort.get(cohortId)?.year : null;
  if (typeof year !== 'number' || `${year}-12-31` >= today) return null;
  return { from: new Date(`${year}-01-01`), to: new Date(`${year}-12-31`) };
}

const TEAM = ['coordinator', 'director', 'communication'];

function familyOf(kind: string): string {
  return kind.endsWith('_mentor') ? 'mentor' : TEAM.includes(kind) ? 'team' : kind;
}

function opposed(one: string, other: string): boolean {
  const pair = [familyOf(one), familyOf(other)].sort().join(' ');
  return pair === 'fellow mentor';
}

function placeOf(row: Row): string {
  return [row.personId, row.challengeId ?? '', row.challengeId ? '' : (row.cohortId ?? '')].join('|');
}
