import type { Bilingual, ChecklistDefinitionInput } from '@/lib/onboarding/schema';

// The few words in which the provided templates are written.

export type Section = ChecklistDefinitionInput['sections'][number];
export type Item = Section['items'][number];
type Answer = Item['answer'];

/** French spaces as printers put them: U+202F before ; ! ?, U+00A0 before : and inside « ». */
const typeset = (fr: string) =>
  fr
    .replace(/ ([;!?])/g, '\u202F$1')
    .replace(/ :(?=\s|$)/g, '\u00A0:')
    .replace(/« /g, '«\u00A0')
    .replace(/ »/g, '\u00A0»');

export const both = (fr: string, en: string): Bilingual => ({ fr: typeset(fr), en });

export const done: Answer = { kind: 'done' };
export const yesNo: Answer = { kind: 'yes_no' };
/** A question whose « no » is an answer like another. */
export const question: Answer = { kind: 'yes_no', noCloses: true };
export const text: Answer = { kind: 'text' };

export const arrival = (days: number) => ({ from: 'arrival' as const, days });
export const departure = (days: number) => ({ from: 'departure' as const, days });

export const item = (key: string, fr: string, en: string, answer: Answer, more: Partial<Item> = {}): Item => ({
  key,
  title: both(fr, en),
  answer,
  ...more,
});

/** The two free answers that close every section of the real checklist. */
export const remarks = (section: string): Item[] => [
  item(`${section}-successes`, 'Raconter les réussites', 'Tell what went well', text, { optional: true }),
  item(
    `${section}-difficulties`,
    'Signaler une difficulté, une question, un besoin',
    'Report a difficulty, a question, a need',
    text,
    { optional: true },
  ),
];
