import { nameKeys } from '@/lib/people/names';
import { namesOf, type Row } from './memory';
import { matchNames } from './names';
import type { Planner, Subject } from './planner';
import { readSkills } from './skills';
import type { PersonRecord } from './snapshot';

/** People of the site: known by their keys, else by their name; in doubt, never merged. */
export function planPeople(planner: Planner, people: readonly PersonRecord[]): void {
  const claimed = new Set(
    people.flatMap((person) => planner.memory.known('person', person.keys).map((record) => record.entityId)),
  );
  for (const person of people) {
    const subject = subjectOf(person);
    const found = find(planner, person, subject, claimed);
    if (found === 'held') planner.hold('person', person.key);
    else claimed.add(planner.settle(subject, found) ?? '');
  }
}

function subjectOf(person: PersonRecord): Subject {
  return {
    kind: 'person',
    keys: person.keys,
    file: person.file,
    label: person.name,
    said: {
      name: person.name,
      headline: person.headline,
      bio: person.bio,
      links: person.links.map(({ kind, url }) => ({ kind, url })),
      skills: readSkills(person.headline ? [person.headline] : []).skills,
    },
    aliases: person.aliases,
    extra: { ...person.extra, ...(person.image ? { image: person.image } : {}) },
    // The programme published its own people's pages; those it only named are shown to members.
    seed: { name: person.name, nameKeys: nameKeys(person.name), visibility: person.own ? 'public' : 'members' },
  };
}

function find(
  planner: Planner,
  person: PersonRecord,
  subject: Subject,
  claimed: ReadonlySet<string>,
): Row | null | 'held' {
  const { memory } = planner;
  const linked = person.keys.find((key) => key.startsWith('#'))?.slice(1);
  if (linked && memory.rows.person.has(linked)) return memory.rows.person.get(linked)!;
  const known = memory.known('person', person.keys).filter((record) => {
    const row = memory.rows.person.get(record.entityId);
    // A page's address alone does not make a person: the names must be able to be one.
    const byName = record.keys.some((key) => key.startsWith('name:') && person.keys.includes(key));
    return byName || !row || resembles(person.name, row) !== 'none';
  });
  const [first, second] = known;
  if (first && second) askTwin(planner, subject, memory.rows.person.get(second.entityId) ?? null);
  if (first) return memory.rows.person.get(first.entityId) ?? null;
  const called = memory.called('person', person.name).filter((row) => !claimed.has(row.id));
  if (called.length === 1 && !called[0]!.email) return called[0]!;
  const near =
    called[0] ??
    memory
      .near('person', person.name)
      .find((row) => !claimed.has(row.id) && resembles(person.name, row) === 'doubtful');
  if (!near) return null;
  const choice = askTwin(planner, subject, near);
  if (choice?.act === 'link') return memory.rows.person.get(choice.target) ?? null;
  return person.own || choice?.act === 'create' ? null : 'held';
}

const askTwin = (planner: Planner, subject: Subject, near: Row | null) =>
  planner.ask('suspected_duplicate', 'person', subject, 'nom', subject.label, near);

const resembles = (name: string, row: Row) => {
  const [shown = '', ...aliases] = namesOf(row);
  return matchNames(name, { name: shown, aliases });
};
