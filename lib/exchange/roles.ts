import { type ChallengeGroup, canonical } from './challenge-groups';
import type { CohortKey } from './cohorts';
import { cohortOfYear } from './cohorts';
import type { About, Register } from './issues';
import { isPlaceholder, splitNames } from './names';
import type { PersonGroup, PersonIndex } from './person-groups';
import type { Leaning, RawReference } from './raw';
import type { ChallengeIndex } from './references';
import { type RoleKind, type RoleRecord, roleFamily } from './snapshot';

type Named = { challenges: Challenge[]; leanings: Map<Challenge, Leaning | null>; team: boolean; lost: boolean };
type Person = PersonGroup | { id: string };
type Challenge = ChallengeGroup | { id: string };

const keyOf = (record: Person | Challenge): string => ('id' in record ? `#${record.id}` : record.key);

/** Roles belong to the link (person, challenge, cohort): told by challenges' lists, by people's records, or by both. */
export class RoleBook {
  private readonly roles = new Map<string, RoleRecord>();
  private readonly told = new Set<string>();

  constructor(
    private readonly people: PersonIndex,
    private readonly challenges: ChallengeIndex,
    private readonly register: Register,
  ) {}

  read(): RoleRecord[] {
    const named = new Map(this.people.groups.map((person) => [person, this.namedBy(person)]));
    for (const challenge of this.challenges.groups) {
      for (const raw of challenge.raws) {
        for (const ref of raw.fellows) this.listed(challenge, ref, 'fellow', named);
        for (const ref of raw.mentors) this.listed(challenge, ref, 'operational_mentor', named);
      }
    }
    for (const [person, names] of named) this.backwards(person, names);
    for (const person of this.people.groups) this.alone(person);
    return [...this.roles.values()];
  }

  private namedBy(person: PersonGroup): Named {
    const leanings = new Map<Challenge, Leaning | null>();
    let team = false;
    let lost = false;
    for (const ref of person.challenges ?? []) {
      const found = this.challenges.resolve(ref, person);
      team ||= found.team;
      lost ||= !found.team && found.challenges.length === 0;
      for (const challenge of found.challenges) leanings.set(challenge, leanings.get(challenge) ?? ref.leaning);
    }
    return { challenges: [...leanings.keys()], leanings, team, lost };
  }

  private listed(challenge: ChallengeGroup, ref: RawReference, kind: RoleKind, named: Map<PersonGroup, Named>): void {
    const names = ref.label ? splitNames(ref.label) : [''];
    const at = { file: ref.file, field: ref.field, value: ref.label, about: 'person' as const, subject: challenge.key };
    if (names.length > 1) this.register.ask({ ...at, reason: 'several_names' });
    for (const label of names) {
      if (label && isPlaceholder(label)) {
        this.register.ask({ ...at, value: label, reason: 'placeholder' });
        continue;
      }
      const person = this.people.named({ ...ref, label });
      if (!person) continue;
      const own = 'id' in person ? null : (named.get(person) ?? null);
      this.add(
        person,
        challenge,
        'id' in person || !own ? kind : this.weighed(person, challenge, kind, ref, own.challenges),
        false,
        ref.file,
      );
      // A name that was not found is asked already: it may be this very challenge.
      if (own && !own.lost && (person as PersonGroup).challenges?.length && !own.challenges.includes(challenge)) {
        this.ask('one_sided_link', person as PersonGroup, ref.file, ref.field, challenge.names[0]!, challenge);
      }
    }
  }

  /** Where a list and the person's own record disagree, the record is believed, and the disagreement said. */
  private weighed(
    person: PersonGroup,
    challenge: ChallengeGroup,
    kind: RoleKind,
    ref: RawReference,
    own: Challenge[],
  ): RoleKind {
    const other = kind === 'fellow' ? 'mentor' : 'fellow';
    const leaning =
      person.leaning === 'fellow' ? 'fellow' : person.leaning && person.leaning !== 'team' ? 'mentor' : null;
    if (person.both || leaning !== other) return kind;
    // A fellow of another challenge who mentors this one later contradicts nobody.
    if (other === 'fellow' && (!own.includes(challenge) || own.length > 1)) return kind;
    this.ask('contradictory_role', person, ref.file, ref.field, `${person.names[0]} : ${kind}`, challenge);
    return other === 'fellow' ? 'fellow' : kind;
  }

  private backwards(person: PersonGroup, { challenges, leanings, team }: Named): void {
    const lists = this.challenges.groups.some((group) =>
      group.raws.some((raw) => raw.fellows.length + raw.mentors.length > 0),
    );
    for (const challenge of challenges) {
      this.compareTimes(person, challenge);
      if (this.told.has(`${person.key}|${keyOf(challenge)}`)) continue;
      const leaning = leanings.get(challenge) ?? person.leaning;
      const kind = leaning === 'mentor' ? 'operational_mentor' : leaning;
      const title = 'id' in challenge ? challenge.id : challenge.names[0]!;
      if (lists || !kind)
        this.ask('one_sided_link', person, person.file, 'defis', title, 'id' in challenge ? null : challenge);
      if (kind) this.add(person, challenge, kind, leaning !== 'mentor', person.file);
    }
    if (!team) return;
    const busy = [...this.roles.values()].filter(
      (role) => role.person === person.key && role.challenge && role.kind !== 'team',
    );
    if (busy.length > 0) this.ask('contradictory_role', person, person.file, 'defi', `${person.names[0]} : team`, null);
    else for (const cohort of this.cohortsOf(person)) this.add(person, null, 'team', true, person.file, cohort);
  }

  /** People whose record names no challenge still belonged to a cohort. */
  private alone(person: PersonGroup): void {
    const holds = [...this.roles.values()].some((role) => role.person === person.key);
    // A challenge named but not found leaves the role waiting with its issue.
    if (holds || person.challenges?.some((ref) => ref.label)) return;
    const cohorts = this.cohortsOf(person);
    if (!person.leaning || cohorts.length === 0 || (person.leaning !== 'team' && cohorts.length > 1)) return;
    const kind = person.leaning === 'mentor' ? 'operational_mentor' : person.leaning;
    for (const cohort of cohorts) this.add(person, null, kind, person.leaning !== 'mentor', person.file, cohort);
  }

  private cohortsOf(person: PersonGroup): CohortKey[] {
    const cohorts = [...person.cohorts];
    return cohorts.length > 0 ? cohorts : [...person.years].map(cohortOfYear).filter((cohort) => cohort !== null);
  }

  private compareTimes(person: PersonGroup, challenge: Challenge): void {
    if ('id' in challenge) return;
    const title = challenge.names[0]!;
    if (person.cohorts.size > 0 && !person.cohorts.has(challenge.cohort)) {
      this.ask(
        'contradictory_cohort',
        person,
        person.file,
        'promotion',
        `${title} : ${challenge.cohort} ≠ ${[...person.cohorts].join(', ')}`,
        challenge,
      );
    }
    if (person.years.size > 0 && challenge.year !== null && !person.years.has(challenge.year)) {
      this.ask(
        'contradictory_date',
        person,
        person.file,
        'annees',
        `${title} : ${challenge.year} ≠ ${[...person.years].join(', ')}`,
        challenge,
      );
    }
  }

  private add(
    person: Person,
    challenge: Challenge | null,
    kind: RoleKind,
    precise: boolean,
    file: string,
    cohort: CohortKey | null = null,
  ): void {
    const at = challenge ? keyOf(challenge) : null;
    const own = challenge && !('id' in challenge) ? challenge.cohort : cohort;
    const key = `${roleFamily(kind)}|${keyOf(person)}|${at ?? ''}|${at ? '' : (own ?? '')}`;
    if (at) this.told.add(`${keyOf(person)}|${at}`);
    if (this.roles.has(key)) return;
    const title = 'id' in person ? null : (person.raws.find((raw) => raw.headline)?.headline ?? null);
    this.roles.set(key, {
      key,
      keys: [key],
      file,
      extra: {},
      person: keyOf(person),
      challenge: at,
      cohort: own,
      kind,
      precise,
      title,
    });
    const link = challenge && !('id' in challenge) && challenge.names.some((name) => canonical(name) === 'eiglink');
    // EIG Link is a challenge whose fellows coach the others: they are both.
    if (link && kind === 'fellow') this.add(person, challenge, 'coach', true, file);
  }

  private ask(
    reason: Parameters<Register['ask']>[0]['reason'],
    person: PersonGroup,
    file: string,
    field: string,
    value: string,
    near: ChallengeGroup | null,
  ): void {
    const suggestion = near && { key: near.key, label: near.names[0]! };
    this.register.ask({ file, field, value, reason, about: 'role' satisfies About, subject: person.key, suggestion });
  }
}
