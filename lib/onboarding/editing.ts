import { changesBetween } from '@/lib/onboarding/offers';
import {
  type Bilingual,
  ChecklistDefinition,
  type ItemDefinition,
  itemsOf,
  type SectionDefinition,
} from '@/lib/onboarding/schema';
import { slugify } from '@/lib/people/names';
import { ok, type Result, refuse } from '@/lib/result';

// What an editor may do to a template being prepared, one act at a time; a published version is never touched.

type SectionTexts = Pick<SectionDefinition, 'title' | 'intro' | 'phase'>;
export type Edit =
  | { act: 'edit_list'; title: Bilingual; intro?: Bilingual }
  | { act: 'save_phase'; key: string; title: Bilingual }
  | { act: 'remove_phase'; key: string }
  | { act: 'save_section'; key: string; texts: SectionTexts }
  | { act: 'remove_section'; key: string }
  | { act: 'save_item'; section: string; item: ItemDefinition }
  | { act: 'remove_item'; key: string }
  | { act: 'move_section' | 'move_item' | 'move_phase'; key: string; by: 1 | -1 };
export type EditRefusal =
  | 'unknown_part'
  | 'section_not_empty'
  | 'phase_used'
  | 'last_one'
  | 'circle'
  | 'unknown_item'
  | 'profiles_without_fellow'
  | 'too_long_list';
type Edited = Result<ChecklistDefinition, EditRefusal>;

/** A key nobody in the template has yet, from a title. */
export function freeKey(title: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  const base =
    slugify(title)
      .replace(/^[^a-z]+/, '')
      .slice(0, 50)
      .replace(/-+$/, '') || 'point';
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!known.has(key)) return key;
  }
}

function moved<T extends { key: string }>(list: T[], key: string, by: 1 | -1): T[] {
  const from = list.findIndex((one) => one.key === key);
  const one = list[from];
  if (!one || from + by < 0 || from + by >= list.length) return list;
  const rest = list.filter((other) => other !== one);
  return [...rest.slice(0, from + by), one, ...rest.slice(from + by)];
}
const saved = <T extends { key: string }>(list: T[], one: T): T[] =>
  list.some((other) => other.key === one.key)
    ? list.map((other) => (other.key === one.key ? one : other))
    : [...list, one];

export function applyEdit(definition: ChecklistDefinition, edit: Edit): Edited {
  const { sections, phases } = definition;
  switch (edit.act) {
    case 'edit_list':
      return checked({ ...definition, title: edit.title, intro: edit.intro });
    case 'save_phase':
      return checked({ ...definition, phases: saved(phases, { key: edit.key, title: edit.title }) });
    case 'remove_phase':
      if (sections.some((section) => section.phase === edit.key)) return refuse('phase_used');
      if (phases.length === 1) return refuse('last_one');
      return checked({ ...definition, phases: phases.filter((phase) => phase.key !== edit.key) });
    case 'move_phase':
      return checked({ ...definition, phases: moved(phases, edit.key, edit.by) });
    case 'save_section': {
      const items = sections.find((section) => section.key === edit.key)?.items ?? [];
      return checked({ ...definition, sections: saved(sections, { key: edit.key, ...edit.texts, items }) });
    }
    case 'remove_section':
      if (sections.find((section) => section.key === edit.key)?.items.length) return refuse('section_not_empty');
      if (sections.length === 1) return refuse('last_one');
      return checked({ ...definition, sections: sections.filter((section) => section.key !== edit.key) });
    case 'move_section':
      return checked({ ...definition, sections: moved(sections, edit.key, edit.by) });
    case 'save_item':
      return saveItem(definition, edit.section, edit.item);
    case 'remove_item':
      return checked(withoutItem(definition, edit.key));
    case 'move_item':
      return checked(withMovedItem(definition, edit.key, edit.by));
  }
}

function saveItem(definition: ChecklistDefinition, target: string, item: ItemDefinition): Edited {
  if (!definition.sections.some((section) => section.key === target)) return refuse('unknown_part');
  const sections = definition.sections.map((section) => {
    if (section.key === target) return { ...section, items: saved(section.items, item) };
    return { ...section, items: section.items.filter((one) => one.key !== item.key) };
  });
  return checked({ ...definition, sections });
}

/** Others no longer wait for it. */
const withoutItem = (definition: ChecklistDefinition, key: string): ChecklistDefinition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    items: section.items
      .filter((item) => item.key !== key)
      .map((item) => ({ ...item, after: item.after.filter((one) => one !== key) })),
  })),
});

/** Up and down inside its section, then into the one before or after. */
function withMovedItem(definition: ChecklistDefinition, key: string, by: 1 | -1): ChecklistDefinition {
  const at = definition.sections.findIndex((section) => section.items.some((item) => item.key === key));
  const section = definition.sections[at];
  const item = section?.items.find((one) => one.key === key);
  const neighbour = definition.sections[at + by];
  if (!section || !item) return definition;
  const edge = by === 1 ? section.items.at(-1) === item : section.items[0] === item;
  if (!edge) {
    const items = moved(section.items, key, by);
    return { ...definition, sections: definition.sections.map((one) => (one === section ? { ...one, items } : one)) };
  }
  if (!neighbour) return definition;
  const sections = definition.sections.map((one) => {
    if (one === section) return { ...one, items: one.items.filter((other) => other !== item) };
    if (one === neighbour) return { ...one, items: by === 1 ? [item, ...one.items] : [...one.items, item] };
    return one;
  });
  return { ...definition, sections };
}

const REASONS = ['circle', 'unknown_item', 'profiles_without_fellow'] as const;

function checked(definition: ChecklistDefinition): Edited {
  const parsed = ChecklistDefinition.safeParse(definition);
  if (parsed.success) return ok(parsed.data);
  const reason = REASONS.find((one) => parsed.error.issues.some((issue) => issue.message === one));
  return refuse(reason ?? 'too_long_list');
}

/** What keeps a draft from being published: sections without anything to do, or nothing that differs. */
export function publishFault(
  draft: ChecklistDefinition,
  published: ChecklistDefinition | null,
): 'empty_section' | 'nothing_changed' | null {
  if (draft.sections.some((section) => section.items.length === 0)) return 'empty_section';
  return published && changesBetween(published, draft).length === 0 && sameOrder(published, draft)
    ? 'nothing_changed'
    : null;
}

const sameOrder = (a: ChecklistDefinition, b: ChecklistDefinition): boolean =>
  itemsOf(a)
    .map((item) => item.key)
    .join() ===
  itemsOf(b)
    .map((item) => item.key)
    .join();
