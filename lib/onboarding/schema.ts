import { z } from 'zod';

// A checklist is data: each programme writes its own, in both languages, versioned. A challenge gets a copy.

const bilingual = (max: number) =>
  z.object({ fr: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) });
export type Bilingual = { fr: string; en: string };
export const Key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const key = Key;

export const DOERS = ['operational_mentor', 'strategic_mentor', 'fellow', 'hr', 'it', 'coordination'] as const;
export type Doer = (typeof DOERS)[number];

const AnswerKind = z.discriminatedUnion('kind', [
  /** « Fait ». */
  z.object({ kind: z.literal('done') }),
  /** Yes, no or not applicable; a « no » leaves it to do, unless the question is only a question. */
  z.object({ kind: z.literal('yes_no'), noCloses: z.boolean().default(false) }),
  z.object({ kind: z.literal('text'), max: z.number().int().min(1).max(5_000).default(2_000) }),
  /** `sets: 'arrival'`: answering moves every due date of the list. */
  z.object({ kind: z.literal('date'), sets: z.enum(['arrival']).optional() }),
  z.object({
    kind: z.literal('choice'),
    options: z
      .array(z.object({ value: key, label: bilingual(200) }))
      .min(2)
      .max(20),
    many: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('file') }),
  z.object({
    kind: z.literal('table'),
    columns: z
      .array(z.object({ key, label: bilingual(100) }))
      .min(1)
      .max(6),
  }),
  /** What a fellow needs to work with: lib/onboarding/workstation.ts */
  z.object({ kind: z.literal('workstation') }),
  /** The text result of the network check: lib/onboarding/network.ts */
  z.object({ kind: z.literal('network'), sites: z.array(z.string().max(253)).max(40).optional() }),
]);
export type AnswerKind = z.output<typeof AnswerKind>;

export const ItemDefinition = z.object({
  key,
  /** A verb and its object: « Réserver deux écrans ». */
  title: bilingual(200),
  why: bilingual(1_000).optional(),
  /** Markdown */
  help: bilingual(4_000).optional(),
  links: z
    .array(z.object({ label: bilingual(200), url: z.url().max(500) }))
    .max(10)
    .default([]),
  /** Slugs of the resource library. */
  resources: z.array(z.string().max(100)).max(10).default([]),
  doer: z.enum(DOERS).default('operational_mentor'),
  /** Someone else has to say it is so. */
  attester: z.enum(DOERS).optional(),
  due: z.object({ from: z.enum(['arrival', 'departure']), days: z.number().int().min(-400).max(400) }).optional(),
  /** Once per challenge, or once per fellow (of these profiles, when any is named). */
  per: z.enum(['challenge', 'fellow']).default('challenge'),
  profiles: z.array(z.string().max(60)).max(20).default([]),
  answer: AnswerKind,
  blocking: z.boolean().default(false),
  /** Out of the counts: successes, difficulties, remarks. */
  optional: z.boolean().default(false),
  /** Items that have to be closed first; their answers are shown beside this one. */
  after: z.array(key).max(10).default([]),
});
export type ItemDefinition = z.output<typeof ItemDefinition>;

const SectionDefinition = z.object({
  key,
  phase: key,
  title: bilingual(200),
  intro: bilingual(2_000).optional(),
  /** Empty while a template is being written; published ones have none (lib/onboarding/editing.ts). */
  items: z.array(ItemDefinition).max(60),
});
export type SectionDefinition = z.output<typeof SectionDefinition>;

export const ChecklistDefinition = z
  .object({
    title: bilingual(200),
    intro: bilingual(2_000).optional(),
    phases: z
      .array(z.object({ key, title: bilingual(200) }))
      .min(1)
      .max(10),
    sections: z.array(SectionDefinition).min(1).max(40),
  })
  .superRefine((definition, context) => {
    const issue = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    const phases = new Set(definition.phases.map((phase) => phase.key));
    const keys = new Set<string>();
    const sections = new Set<string>();
    const all = new Map(definition.sections.flatMap((section) => section.items.map((item) => [item.key, item])));
    definition.sections.forEach((section, at) => {
      if (!phases.has(section.phase)) issue(['sections', at, 'phase'], 'unknown_phase');
      if (sections.has(section.key)) issue(['sections', at, 'key'], 'key_twice');
      sections.add(section.key);
      section.items.forEach((item, index) => {
        const path = ['sections', at, 'items', index];
        if (keys.has(item.key)) issue([...path, 'key'], 'key_twice');
        keys.add(item.key);
        if (item.per === 'challenge' && item.profiles.length > 0)
          issue([...path, 'profiles'], 'profiles_without_fellow');
        if (item.after.some((before) => !all.has(before))) issue([...path, 'after'], 'unknown_item');
        else if (waitsForItself(item.key, all)) issue([...path, 'after'], 'circle');
      });
    });
  });
export type ChecklistDefinition = z.output<typeof ChecklistDefinition>;
export type ChecklistDefinitionInput = z.input<typeof ChecklistDefinition>;

function waitsForItself(start: string, all: Map<string, { after: string[] }>): boolean {
  const seen = new Set<string>();
  const visit = (current: string): boolean =>
    (all.get(current)?.after ?? []).some(
      (next) => next === start || (!seen.has(next) && !!seen.add(next) && visit(next)),
    );
  return visit(start);
}

export const itemsOf = (definition: ChecklistDefinition): ItemDefinition[] =>
  definition.sections.flatMap((section) => section.items);

export const inLanguage = (text: Bilingual, locale: string): string => (locale === 'en' ? text.en : text.fr);
