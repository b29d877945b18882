import { nameKeys } from '@/lib/people/names';
import { namesOf, type Row } from './memory';
import { organisationKey, resembleOrganisations } from './organisations';
import type { Planner, Subject } from './planner';
import type { OrganisationKind, OrganisationRecord } from './snapshot';

const KINDS: Record<OrganisationKind, string> = {
  ministry: 'ministry',
  direction: 'direction',
  operator: 'operator',
  authority: 'independent_authority',
  court: 'other',
  territorial: 'deconcentrated_service',
  service: 'other',
  other: 'other',
};

/** Bodies of the site, parents before children. */
export function planOrganisations(planner: Planner, organisations: readonly OrganisationRecord[]): void {
  const byKey = new Map(organisations.map((body) => [body.key, body]));
  const done = new Set<string>();
  const visit = (body: OrganisationRecord): void => {
    if (done.has(body.key)) return;
    done.add(body.key);
    const parent = body.parent ? byKey.get(body.parent) : undefined;
    if (parent) visit(parent);
    const subject = subjectOf(body, planner.idOf('organisation', body.parent));
    planner.settle(subject, find(planner, body, subject));
  };
  for (const body of organisations) visit(body);
}

function subjectOf(body: OrganisationRecord, parentId: string | null): Subject {
  const acronym = body.aliases.find((alias) => /^[A-Z]{3,10}$/.test(alias)) ?? null;
  return {
    kind: 'organisation',
    keys: body.keys,
    file: body.file,
    label: body.name,
    said: { name: body.name, acronym, parentId, website: body.website },
    aliases: body.aliases,
    extra: body.extra,
    // The kind is read from the name: a first guess, never a contradiction.
    seed: { nameKeys: nameKeys(body.name, body.aliases), kind: KINDS[body.kind] },
  };
}

function find(planner: Planner, body: OrganisationRecord, subject: Subject): Row | null {
  const { memory } = planner;
  const linked = body.keys.find((key) => key.startsWith('#'))?.slice(1);
  if (linked && memory.rows.organisation.has(linked)) return memory.rows.organisation.get(linked)!;
  const [known] = memory.known('organisation', body.keys);
  const row = known && memory.rows.organisation.get(known.entityId);
  if (row) return row;
  const key = organisationKey(body.name);
  const same = [...memory.rows.organisation.values()].filter((row) =>
    namesOf(row).some((name) => organisationKey(name) === key),
  );
  if (same.length === 1) return same[0]!;
  // Merged into another by hand, it is found by its name; deleted, it does not come back.
  if (known && same.length === 0) return null;
  const acronyms = body.aliases.filter((alias) => /^[A-Z]{3,10}$/.test(alias));
  const near =
    same[0] ??
    memory
      .near('organisation', body.name)
      .find((row) => namesOf(row).some((name) => resembleOrganisations(name, body.name) || acronyms.includes(name)));
  if (!near) return null;
  const choice = planner.ask('suspected_duplicate', 'organisation', subject, 'administration', body.name, near);
  return choice?.act === 'link' ? (memory.rows.organisation.get(choice.target) ?? null) : null;
}
