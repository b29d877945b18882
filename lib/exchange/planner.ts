import { nameKeys } from '@/lib/people/names';
import type { About, Choice, Register } from './issues';
import { type Kind, type Known, kinds, type Memory, namesOf, type Row } from './memory';
import { digest, isEmpty, mergeFields, type Provenance, stable } from './merge';
import { type Dialect, dialects, type Extra } from './snapshot';
import { compact } from './text';

export type Counts = { created: number; updated: number; unchanged: number };
export type Writes = {
  creates: { kind: Kind; data: Row }[];
  updates: { kind: Kind; id: string; data: { [field: string]: unknown } }[];
  /** Whole records to keep, new or changed. */
  records: Known[];
};

/** One record of the site, ready to be compared with its row. */
export type Subject = {
  kind: Kind;
  keys: string[];
  file: string;
  label: string;
  /** Fields merged three ways. */
  said: { [field: string]: unknown };
  aliases?: string[];
  extra?: Extra;
  /** Written only when the row is made. */
  seed: { [field: string]: unknown };
};

/** Decides what an import writes, and keeps count; nothing is written before the whole is planned. */
export class Planner {
  readonly writes: Writes = { creates: [], updates: [], records: [] };
  readonly counts: { [kind in Kind]: Counts };
  private readonly ids = new Map<string, string | null>();
  /** Of each row, what a record of this import has said of it already. */
  private readonly said = new Map<string, Set<string>>();

  constructor(
    readonly memory: Memory,
    readonly register: Register,
    readonly dialect: Dialect,
    private readonly newId: () => string,
  ) {
    this.counts = Object.fromEntries(
      kinds.map((kind) => [kind, { created: 0, updated: 0, unchanged: 0 }]),
    ) as typeof this.counts;
  }

  /** The row a key of the snapshot became; null while it waits for an answer. */
  idOf(kind: Kind, key: string | null): string | null {
    if (key === null) return null;
    return key.startsWith('#') ? key.slice(1) : (this.ids.get(`${kind}|${key}`) ?? null);
  }

  hold(kind: Kind, key: string): null {
    this.ids.set(`${kind}|${key}`, null);
    return null;
  }

  /** Makes the row, or merges what the site says into it. Returns its id; null when it was removed here and stays so. */
  settle(subject: Subject, found: Row | null): string | null {
    const { kind } = subject;
    const known = found ? this.memory.knownAs(kind, found.id) : this.memory.known(kind, subject.keys)[0];
    const row = found ?? (known ? this.memory.rows[kind].get(known.entityId) : undefined);
    if (known && !row && this.ask('removed_here', kind, subject, 'row', subject.label)?.act !== 'create') {
      this.counts[kind].unchanged++;
      return this.hold(kind, subject.keys[0]!);
    }
    const id = row ? this.update(subject, row, known) : this.create(subject);
    this.ids.set(`${kind}|${subject.keys.find((key) => !key.startsWith('#')) ?? subject.keys[0]!}`, id);
    return id;
  }

  ask(
    reason: Parameters<Register['ask']>[0]['reason'],
    about: About,
    subject: Subject,
    field: string,
    value: string,
    near: Row | null = null,
  ): Choice | null {
    const suggestion = near && { key: `#${near.id}`, label: namesOf(near)[0] ?? '' };
    const key = subject.keys.find((one) => !one.startsWith('#')) ?? null;
    return this.register.ask({ file: subject.file, field, value, reason, about, subject: key, suggestion });
  }

  private create(subject: Subject): string {
    const id = this.newId();
    const said = Object.fromEntries(
      Object.entries(this.unsaid(id, subject.said)).filter(([, value]) => !isEmpty(value)),
    );
    this.first(id, 'extra', subject.extra);
    const aliases = subject.aliases ? { aliases: othersOf(subject.aliases, subject.label) } : {};
    const extra = subject.extra ? { extra: sourced({}, this.dialect, subject.extra) } : {};
    const row: Row = { ...subject.seed, ...said, ...aliases, ...extra, id };
    if (subject.aliases) row.nameKeys = keysOf(row);
    this.memory.add(subject.kind, row);
    this.writes.creates.push({ kind: subject.kind, data: row });
    const values = Object.fromEntries(
      Object.entries(said).map(([field, value]) => [field, { h: digest(value), d: this.rank }]),
    );
    this.keep(
      subject,
      { kind: subject.kind, entityId: id, keys: [], values: {}, dialect: '', file: '', made: true },
      values,
    );
    this.counts[subject.kind].created++;
    return id;
  }

  private update(subject: Subject, row: Row, known: Known | undefined): string {
    const { kind } = subject;
    const said = this.unsaid(row.id, known?.made ? subject.said : withoutName(subject.said));
    const before = known?.values ?? {};
    let merged = mergeFields(row, said, before, this.rank, () => false);
    if (merged.edited.length > 0) {
      const { edited } = merged;
      // One question a record: the field and its value when there is one, their names when there are several.
      const value = edited.length === 1 ? this.shown(said[edited[0]!]) : subject.label;
      const choice = this.ask('edited_here', kind, subject, edited.join(', '), value);
      if (choice?.act === 'create') merged = mergeFields(row, said, before, this.rank, () => true);
    }
    const changes = { ...merged.changes };
    if (subject.aliases) {
      const names = typeof changes.name === 'string' || typeof changes.title === 'string' ? namesOf(row) : [];
      const shown = String(changes.name ?? changes.title ?? row.name ?? row.title);
      const aliases = othersOf(
        [...((row.aliases as string[]) ?? []), subject.label, ...subject.aliases, ...names],
        shown,
      );
      if (stable(aliases) !== stable(row.aliases ?? [])) changes.aliases = aliases;
    }
    if (subject.extra && this.first(row.id, 'extra', subject.extra)) {
      const extra = sourced((row.extra as Extra) ?? {}, this.dialect, subject.extra);
      if (stable(extra) !== stable(row.extra ?? {})) changes.extra = extra;
    }
    Object.assign(row, changes);
    if (changes.aliases || changes.name || changes.title) changes.nameKeys = keysOf(row);
    const changed = Object.keys(changes).length > 0;
    if (changed) this.writes.updates.push({ kind, id: row.id, data: changes });
    this.counts[kind][changed ? 'updated' : 'unchanged']++;
    const record = known ?? { kind, entityId: row.id, keys: [], values: {}, dialect: '', file: '', made: false };
    this.keep(subject, record, merged.provenance);
    return row.id;
  }

  /** A value as a coordinator reads it: a row by its name. */
  private shown(value: unknown): string {
    const row =
      typeof value === 'string'
        ? kinds.map((kind) => this.memory.rows[kind].get(value)).find((one) => one !== undefined)
        : undefined;
    const text = row ? namesOf(row)[0] : typeof value === 'string' ? value : JSON.stringify(value);
    return (text ?? '').slice(0, 200);
  }

  /** Two records of one thing do not take turns at each import: of a field that both say, the first is kept. */
  private unsaid(id: string, said: Subject['said']): Subject['said'] {
    return Object.fromEntries(Object.entries(said).filter(([field, value]) => this.first(id, field, value)));
  }

  private first(id: string, field: string, value: unknown): boolean {
    const before = this.said.get(id) ?? new Set();
    if (before.has(field)) return false;
    if (!isEmpty(value)) this.said.set(id, before.add(field));
    return true;
  }

  private keep(subject: Subject, record: Known, values: Provenance): void {
    const keys = [...new Set([...record.keys, ...subject.keys.filter((key) => !key.startsWith('#'))])];
    const newer = dialects.indexOf(record.dialect as Dialect) < this.rank;
    const next = { ...record, keys, values, ...(newer ? { dialect: this.dialect, file: subject.file } : {}) };
    if (stable(next) === stable(record)) return;
    Object.assign(record, next);
    this.memory.remember(record);
    if (!this.writes.records.includes(record)) this.writes.records.push(record);
  }

  private get rank(): number {
    return dialects.indexOf(this.dialect);
  }
}

/** Names other than the one shown, each once, as first spelled. */
function othersOf(aliases: readonly string[], name: string): string[] {
  const spelled = new Map<string, string>();
  for (const alias of aliases) if (!spelled.has(compact(alias))) spelled.set(compact(alias), alias);
  return [...spelled.values()].filter((alias) => compact(alias) !== compact(name));
}

/** What a dialect said beside the fields is kept under its name, untouched by the others. */
function sourced(extra: Extra, dialect: Dialect, own: Extra): Extra {
  if (isEmpty(own)) return extra;
  return { ...extra, sources: { ...((extra.sources as Extra) ?? {}), [dialect]: own } };
}

const keysOf = (row: Row): string[] => nameKeys(String(row.name ?? row.title ?? ''), namesOf(row));

/** A row made here keeps the name it was given; the site's is an alias. */
function withoutName({ name, title, ...said }: Subject['said']): Subject['said'] {
  return said;
}
