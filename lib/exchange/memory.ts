import type { Provenance } from './merge';
import { compact, fold } from './text';

export const kinds = ['cohort', 'organisation', 'person', 'challenge', 'role'] as const;
export type Kind = (typeof kinds)[number];

/** A row of the database, with the fields that imports may write. */
export type Row = { id: string; [field: string]: unknown };

/** What imports know a row by. */
export type Known = {
  kind: Kind;
  entityId: string;
  keys: string[];
  values: Provenance;
  dialect: string;
  file: string;
  made: boolean;
};

/** Everything an import compares a site with; rows planned are added as the plan is made. */
export class Memory {
  private readonly byKey = new Map<string, Known>();
  private readonly byEntity = new Map<string, Known>();
  private readonly byName = new Map<string, Set<Row>>();
  private readonly byWord = new Map<string, Set<Row>>();

  constructor(
    readonly rows: { [kind in Kind]: Map<string, Row> },
    known: readonly Known[],
  ) {
    for (const record of known) this.remember(record);
    for (const kind of kinds) for (const row of rows[kind].values()) this.index(kind, row);
  }

  /** Every record that one of the keys names, in the order of the keys. */
  known(kind: Kind, keys: readonly string[]): Known[] {
    return [...new Set(keys.map((key) => this.byKey.get(`${kind}|${key}`)).filter((record) => record !== undefined))];
  }

  knownAs(kind: Kind, id: string): Known | undefined {
    return this.byEntity.get(`${kind}|${id}`);
  }

  remember(record: Known): void {
    this.byEntity.set(`${record.kind}|${record.entityId}`, record);
    for (const key of record.keys)
      if (!this.byKey.has(`${record.kind}|${key}`)) this.byKey.set(`${record.kind}|${key}`, record);
  }

  add(kind: Kind, row: Row): void {
    this.rows[kind].set(row.id, row);
    this.index(kind, row);
  }

  called(kind: Kind, name: string): Row[] {
    return [...(this.byName.get(`${kind}|${compact(name)}`) ?? [])];
  }

  /** Rows that share a word with the name: the only ones worth comparing letter by letter. */
  near(kind: Kind, name: string): Row[] {
    const words = fold(name)
      .split(' ')
      .filter((word) => word.length > 2);
    return [...new Set(words.flatMap((word) => [...(this.byWord.get(`${kind}|${word}`) ?? [])]))];
  }

  private index(kind: Kind, row: Row): void {
    for (const name of namesOf(row)) {
      put(this.byName, `${kind}|${compact(name)}`, row);
      for (const word of fold(name).split(' ')) put(this.byWord, `${kind}|${word}`, row);
    }
  }
}

export function namesOf(row: Row): string[] {
  const aliases = Array.isArray(row.aliases) ? (row.aliases as string[]) : [];
  return [row.name, row.title, row.acronym, ...aliases].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  );
}

export function emptyRows(): { [kind in Kind]: Map<string, Row> } {
  return { cohort: new Map(), organisation: new Map(), person: new Map(), challenge: new Map(), role: new Map() };
}

function put(map: Map<string, Set<Row>>, key: string, row: Row): void {
  const set = map.get(key);
  if (set) set.add(row);
  else map.set(key, new Set([row]));
}
