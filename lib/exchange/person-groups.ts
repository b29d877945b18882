import type { CohortKey } from './cohorts';
import type { Register } from './issues';
import { matchNames } from './names';
import type { Leaning, RawPerson, RawReference } from './raw';
import type { LinkKind } from './snapshot';
import { compact } from './text';

/** A challenge named by a person's record, and what that record says they were there. */
export type OwnReference = RawReference & { leaning: Leaning | null };

/** All that the files of one site say of one person. */
export type PersonGroup = {
  key: string;
  names: string[];
  paths: Set<string>;
  file: string;
  raws: RawPerson[];
  /** The challenges their own records name; null when no record says. */
  challenges: OwnReference[] | null;
  cohorts: Set<CohortKey>;
  years: Set<number>;
  leaning: Leaning | null;
  both: boolean;
  /** Id of the person of the database that a coordinator linked this record to. */
  target: string | null;
};

export const personKey = (name: string): string => `name:${compact(name)}`;

export function personKeys(names: Iterable<string>, paths: Iterable<string>, key: string): string[] {
  return [...new Set([key, ...[...names].map(personKey), ...[...paths].map((path) => `path:${path}`)])];
}

/** Everyone the site has a record of, and those it only names. */
export class PersonIndex {
  readonly groups: PersonGroup[] = [];
  private readonly byName = new Map<string, PersonGroup>();
  private readonly byPath = new Map<string, PersonGroup>();

  constructor(private readonly register: Register) {}

  add(raw: RawPerson): PersonGroup {
    const twin = this.twinOf(raw);
    const group = twin ?? this.create(raw.names[0]!, raw.file);
    if (raw.source === 'data') group.raws.unshift(raw);
    else group.raws.push(raw);
    for (const name of raw.names) this.alias(group, name);
    for (const path of raw.paths) this.place(group, path);
    if (raw.challenges) {
      const own = raw.challenges.map((ref) => ({ ...ref, leaning: raw.leaning }));
      group.challenges = [...(group.challenges ?? []), ...own];
    }
    for (const cohort of raw.cohorts) group.cohorts.add(cohort);
    for (const year of raw.years) group.years.add(year);
    group.both ||= raw.both || (group.leaning !== null && raw.leaning !== null && group.leaning !== raw.leaning);
    group.leaning ??= raw.leaning;
    return group;
  }

  /** A person only named in a list: found, created, or null while it is in doubt. A target `#id` is a person of the database. */
  named(ref: RawReference): PersonGroup | { id: string } | null {
    const placed = ref.path ? this.byPath.get(ref.path) : undefined;
    const called = this.byName.get(compact(ref.label));
    const at = {
      file: ref.file,
      field: ref.field,
      value: ref.label || (ref.path ?? ''),
      about: 'person' as const,
      subject: null,
    };
    if (placed && (!ref.label || placed === called)) return placed;
    if (placed?.names.some((name) => matchNames(ref.label, { name }) !== 'none')) {
      this.alias(placed, ref.label);
      return placed;
    }
    if (placed)
      this.register.ask({ ...at, reason: 'label_mismatch', suggestion: { key: placed.key, label: placed.names[0]! } });
    if (called) return called;
    if (!ref.label) return null;
    const near = this.groups.find(
      (group) => matchNames(ref.label, { name: group.names[0]!, aliases: group.names }) === 'doubtful',
    );
    if (near) {
      const choice = this.register.ask({
        ...at,
        reason: 'suspected_duplicate',
        suggestion: { key: near.key, label: near.names[0]! },
      });
      if (choice?.act === 'link')
        return (
          this.groups.find((group) => choice.keys.includes(group.key)) ?? (choice.target ? { id: choice.target } : null)
        );
      if (choice?.act !== 'create') return null;
    }
    return this.create(ref.label, ref.file);
  }

  private twinOf(raw: RawPerson): PersonGroup | null {
    const name = raw.names[0]!;
    const placed = raw.paths.map((path) => this.byPath.get(path)).find((group) => group !== undefined);
    if (placed?.names.some((other) => matchNames(name, { name: other }) !== 'none')) return this.merged(placed, raw);
    const called = this.byName.get(compact(name));
    if (called && !this.contradicts(called, raw)) return this.merged(called, raw);
    const near =
      called ??
      this.groups.find((group) => matchNames(name, { name: group.names[0]!, aliases: group.names }) === 'doubtful');
    if (!near) return null;
    const issue = {
      file: raw.file,
      field: 'nom',
      value: name,
      about: 'person' as const,
      subject: personKey(name),
      reason: 'suspected_duplicate' as const,
    };
    const choice = this.register.ask({ ...issue, suggestion: { key: near.key, label: near.names[0]! } });
    if (choice?.act !== 'link') return null;
    const chosen = this.groups.find((group) => choice.keys.includes(group.key)) ?? this.create(name, raw.file);
    chosen.target = choice.target || null;
    return chosen;
  }

  /** A page beside its data record is expected; two records of one kind are said. */
  private merged(group: PersonGroup, raw: RawPerson): PersonGroup {
    const other = group.raws.find((item) => item.source === raw.source);
    if (other) {
      const value = `${raw.names[0]} (${other.file === raw.file ? raw.file : `${other.file}, ${raw.file}`})`;
      const issue = {
        file: raw.file,
        field: 'nom',
        value,
        about: 'person' as const,
        subject: group.key,
        reason: 'duplicate_record' as const,
      };
      this.register.ask({ ...issue, suggestion: { key: group.key, label: group.names[0]! } });
    }
    return group;
  }

  /** Two people of one name: both say an account, and not the same. */
  private contradicts(group: PersonGroup, raw: RawPerson): boolean {
    const kinds: LinkKind[] = ['github', 'linkedin', 'twitter'];
    const account = (item: RawPerson, kind: LinkKind) =>
      item.links
        .find((link) => link.kind === kind)
        ?.url.toLowerCase()
        .replace(/^https?:\/\/(www\.|fr\.)?|[?#].*$|\/$/g, '')
        .replace(/\/$/, '');
    return group.raws.some(
      (item) =>
        item.source === raw.source &&
        kinds.some((kind) => account(item, kind) && account(raw, kind) && account(item, kind) !== account(raw, kind)),
    );
  }

  private create(name: string, file: string): PersonGroup {
    const base = personKey(name);
    const key = this.groups.some((group) => group.key === base) ? `${base}#${this.groups.length}` : base;
    const group: PersonGroup = {
      ...{ key, file, names: [name], paths: new Set<string>(), raws: [], challenges: null },
      ...{ cohorts: new Set<string>(), years: new Set<number>(), leaning: null, both: false, target: null },
    };
    this.groups.push(group);
    if (!this.byName.has(compact(name))) this.byName.set(compact(name), group);
    return group;
  }

  private alias(group: PersonGroup, name: string): void {
    if (!group.names.includes(name)) group.names.push(name);
    if (!this.byName.has(compact(name))) this.byName.set(compact(name), group);
  }

  private place(group: PersonGroup, path: string): void {
    group.paths.add(path);
    if (!this.byPath.has(path)) this.byPath.set(path, group);
  }
}
