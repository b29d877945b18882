import {
  type Bilingual,
  ChecklistDefinition,
  type ItemDefinition,
  type SectionDefinition,
} from '@/lib/onboarding/schema';

// A published version of a template is offered to the lists that run: one change at a time, taken or left.

export type Change = {
  /** The item's key; `section:<key>` for a section's texts, `list` for the title and the phases. */
  key: string;
  what: 'item' | 'section' | 'list';
  kind: 'added' | 'changed' | 'removed';
  title: Bilingual;
  section: Bilingual | null;
  /** Which properties differ, for a change. */
  fields: string[];
  before: ItemDefinition | null;
  after: ItemDefinition | null;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const sectionOf = (definition: ChecklistDefinition, key: string) =>
  definition.sections.find((section) => section.items.some((item) => item.key === key));
const itemIn = (definition: ChecklistDefinition, key: string) =>
  sectionOf(definition, key)?.items.find((item) => item.key === key);

function fieldsOf(before: ItemDefinition, after: ItemDefinition): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof ItemDefinition)[];
  return keys.filter((key) => !same(before[key], after[key]));
}

const texts = ({ title, intro, phase }: SectionDefinition) => [title, intro ?? null, phase];

/** What `theirs` would change in `mine`, in the order of the list. */
export function changesBetween(mine: ChecklistDefinition, theirs: ChecklistDefinition): Change[] {
  const changes: Change[] = [];
  const nothing = { section: null, fields: [], before: null, after: null };
  const head = (['title', 'intro', 'phases'] as const).filter((key) => !same(mine[key], theirs[key]));
  if (head.length > 0)
    changes.push({ ...nothing, key: 'list', what: 'list', kind: 'changed', title: theirs.title, fields: head });
  for (const section of theirs.sections) {
    const own = mine.sections.find((one) => one.key === section.key);
    if (own && !same(texts(own), texts(section)))
      changes.push({
        ...nothing,
        key: `section:${section.key}`,
        what: 'section',
        kind: 'changed',
        title: section.title,
        fields: (['title', 'intro', 'phase'] as const).filter((key) => !same(own[key], section[key])),
      });
    for (const item of section.items) {
      const before = itemIn(mine, item.key) ?? null;
      const moved = before && sectionOf(mine, item.key)?.key !== section.key ? ['section'] : [];
      const fields = before ? [...fieldsOf(before, item), ...moved] : [];
      if (before && fields.length === 0) continue;
      const kind = before ? 'changed' : 'added';
      changes.push({
        key: item.key,
        what: 'item',
        kind,
        title: item.title,
        section: section.title,
        fields,
        before,
        after: item,
      });
    }
  }
  for (const section of mine.sections)
    for (const item of section.items)
      if (!itemIn(theirs, item.key))
        changes.push({
          key: item.key,
          what: 'item',
          kind: 'removed',
          title: item.title,
          section: section.title,
          fields: [],
          before: item,
          after: null,
        });
  return changes;
}

/** Puts `one` after the nearest of those that stand before it in `order` and are already there; first when none is. */
function placed<T extends { key: string }>(list: T[], one: T, order: { key: string }[]): T[] {
  const before = order
    .slice(
      0,
      order.findIndex((other) => other.key === one.key),
    )
    .reverse();
  const at = before.map((other) => list.findIndex((mine) => mine.key === other.key)).find((index) => index >= 0) ?? -1;
  return [...list.slice(0, at + 1), one, ...list.slice(at + 1)];
}

/** `mine` with one change of `theirs` taken. What it depends on and is not there is left out; answers are not its business. */
export function withChange(mine: ChecklistDefinition, theirs: ChecklistDefinition, key: string): ChecklistDefinition {
  if (key === 'list') {
    const kept = mine.phases.filter((phase) => !theirs.phases.some((other) => other.key === phase.key));
    const used = kept.filter((phase) => mine.sections.some((section) => section.phase === phase.key));
    return coherent({ ...mine, title: theirs.title, intro: theirs.intro, phases: [...theirs.phases, ...used] });
  }
  const target = theirs.sections.find((section) => `section:${section.key}` === key);
  if (target) {
    const sections = mine.sections.map((section) =>
      section.key === target.key
        ? { ...section, title: target.title, intro: target.intro, phase: target.phase }
        : section,
    );
    return coherent(withPhase({ ...mine, sections }, theirs, target.phase));
  }
  const wanted = sectionOf(theirs, key);
  const item = wanted?.items.find((one) => one.key === key);
  const current = sectionOf(mine, key);
  const stays = current?.key === wanted?.key;
  const without = mine.sections
    .map((section) => ({
      ...section,
      items: stays && item ? section.items : section.items.filter((one) => one.key !== key),
    }))
    .filter((section) => section.items.length > 0);
  if (!wanted || !item) return coherent({ ...mine, sections: without });
  if (current && stays) {
    const items = (list: ItemDefinition[]) => list.map((one) => (one.key === key ? item : one));
    return coherent({ ...mine, sections: without.map((section) => ({ ...section, items: items(section.items) })) });
  }
  const known = without.some((section) => section.key === wanted.key);
  const sections = known
    ? without.map((section) =>
        section.key === wanted.key ? { ...section, items: placed(section.items, item, wanted.items) } : section,
      )
    : placed(without, { ...wanted, items: [item] }, theirs.sections);
  return coherent(withPhase({ ...mine, sections }, theirs, wanted.phase));
}

function withPhase(mine: ChecklistDefinition, theirs: ChecklistDefinition, key: string): ChecklistDefinition {
  const phase = theirs.phases.find((one) => one.key === key);
  if (!phase || mine.phases.some((one) => one.key === key)) return mine;
  return { ...mine, phases: placed(mine.phases, phase, theirs.phases) };
}

/** Dependencies on items that are not in this list, or that would turn in a circle, fall away. */
function coherent(definition: ChecklistDefinition): ChecklistDefinition {
  const known = new Set(definition.sections.flatMap((section) => section.items.map((item) => item.key)));
  const cut = (keep: (item: ItemDefinition) => string[]): ChecklistDefinition => ({
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, after: keep(item) })),
    })),
  });
  const trimmed = ChecklistDefinition.safeParse(cut((item) => item.after.filter((one) => known.has(one))));
  return trimmed.success ? trimmed.data : ChecklistDefinition.parse(cut(() => []));
}
