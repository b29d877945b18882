import type { Register } from './issues';
import { type Body, organisationKey, readAdministration, resembleOrganisations } from './organisations';
import type { OrganisationRecord } from './snapshot';

type At = { file: string; subject: string };

/** The bodies a site names, each once, whatever their spellings. */
export class OrganisationBook {
  private readonly byKey = new Map<string, OrganisationRecord>();
  private readonly byAcronym = new Map<string, OrganisationRecord>();

  constructor(private readonly register: Register) {}

  /** Keys of the host bodies of a challenge; what stands above them becomes their parents. */
  hosts(text: string, website: string | null, at: At): string[] {
    const read = readAdministration(text);
    if (!read) return [];
    let parent: OrganisationRecord | null = null;
    for (const body of read.chain) parent = this.named(body, parent, null, at);
    const records = read.hosts.map((body) => this.named(body, parent, read.hosts.length === 1 ? website : null, at));
    return [...new Set(records.map((record) => record.key))];
  }

  records(): OrganisationRecord[] {
    return [...new Set(this.byKey.values())];
  }

  private named(body: Body, parent: OrganisationRecord | null, website: string | null, at: At): OrganisationRecord {
    const found = this.find(body, at);
    const record = found ?? this.create(body, at);
    if (record.name !== body.name && !record.aliases.includes(body.name)) record.aliases.push(body.name);
    if (body.acronym && body.acronym !== record.name && !record.aliases.includes(body.acronym))
      record.aliases.push(body.acronym);
    if (body.acronym && !this.byAcronym.has(body.acronym)) this.byAcronym.set(body.acronym, record);
    this.byKey.set(keyOf(body), record);
    if (!record.keys.includes(keyOf(body))) record.keys.push(keyOf(body));
    // The name in full is shown, whichever spelling came first.
    if (record.name === record.name.toUpperCase() && body.name.length > record.name.length) {
      record.aliases = [...record.aliases.filter((alias) => alias !== body.name), record.name];
      Object.assign(record, { name: body.name, kind: body.kind });
    }
    if (parent && parent !== record && !this.above(parent, record)) record.parent ??= parent.key;
    record.website ??= website;
    return record;
  }

  private find(body: Body, at: At): OrganisationRecord | null {
    const same = this.byKey.get(keyOf(body)) ?? (body.acronym ? this.byAcronym.get(body.acronym) : undefined);
    if (same) return same;
    const near = [...this.byKey.values()].find((record) =>
      [record.name, ...record.aliases].some((name) => resembleOrganisations(name, body.name)),
    );
    if (!near) return null;
    const issue = {
      file: at.file,
      field: 'administration',
      value: body.name,
      about: 'organisation' as const,
      subject: keyOf(body),
    };
    const choice = this.register.ask({
      ...issue,
      reason: 'suspected_duplicate',
      suggestion: { key: near.key, label: near.name },
    });
    if (choice?.act !== 'link') return null;
    const chosen = [...this.byKey.values()].find((record) => choice.keys.includes(record.key));
    if (chosen) return chosen;
    const made = this.create(body, at);
    made.keys.unshift(`#${choice.target}`);
    return made;
  }

  private create(body: Body, at: At): OrganisationRecord {
    const key = keyOf(body);
    const record: OrganisationRecord = {
      ...{ key, keys: [key], file: at.file, name: body.name, aliases: [], kind: body.kind },
      ...{ parent: null, website: null, extra: {} },
    };
    this.byKey.set(key, record);
    return record;
  }

  private above(one: OrganisationRecord, other: OrganisationRecord): boolean {
    for (let record: OrganisationRecord | undefined = one, depth = 0; record && depth < 9; depth++) {
      if (record === other) return true;
      record = record.parent ? this.byKey.get(record.parent) : undefined;
    }
    return false;
  }
}

const keyOf = (body: Body): string => `org:${organisationKey(body.name)}`;
