import { z } from 'zod';
import { isOpen, readNetwork } from '@/lib/onboarding/network';
import { type AnswerKind, inLanguage } from '@/lib/onboarding/schema';
import type { State } from '@/lib/onboarding/states';
import { type Workstation, Workstation as WorkstationSchema } from '@/lib/onboarding/workstation';
import { ok, type Result, refuse } from '@/lib/result';

/** What the form of any item posts; which fields count depends on the item's kind of answer. */
export const AnswerForm = z.object({
  answer: z.string().trim().max(5_000).optional(),
  choices: z.array(z.string().max(60)).max(20).default([]),
  rows: z
    .array(z.record(z.string().max(60), z.string().trim().max(500).optional()))
    .max(50)
    .default([]),
  workstation: z
    .object({
      machine: z.string().max(20),
      system: z.string().max(20),
      memory: z.string().max(6),
      software: z.string().max(1_000),
      screens: z.string().max(6),
      headset: z.string().max(6),
      accessibility: z.string().max(1_000),
      other: z.string().max(1_000),
    })
    .partial()
    .optional(),
  note: z.string().trim().max(4_000).default(''),
});
export type AnswerForm = z.output<typeof AnswerForm>;

export type Answer = string | string[] | Record<string, string>[] | Workstation | null;
export type Read = { state: State; answer: Answer };
export type AnswerRefusal = 'answer_unknown' | 'answer_too_long' | 'workstation_incomplete' | 'network_unreadable';

/** From what was posted to a state and an answer. Nothing answered is « open »: a note alone is welcome. */
export function readAnswer(kind: AnswerKind, posted: AnswerForm, files: number): Result<Read, AnswerRefusal> {
  switch (kind.kind) {
    case 'done':
      if (!posted.answer || posted.answer === 'open') return ok({ state: 'open', answer: null });
      if (posted.answer === 'done') return ok({ state: 'done', answer: 'done' });
      return posted.answer === 'not_applicable' ? notApplicable : refuse('answer_unknown');
    case 'yes_no':
      if (!posted.answer) return ok({ state: 'open', answer: null });
      if (posted.answer === 'yes') return ok({ state: 'done', answer: 'yes' });
      if (posted.answer === 'no') return ok({ state: kind.noCloses ? 'done' : 'no', answer: 'no' });
      return posted.answer === 'not_applicable' ? notApplicable : refuse('answer_unknown');
    case 'network': {
      if (!posted.answer) return ok({ state: 'open', answer: null });
      const result = readNetwork(posted.answer);
      if (!result) return refuse('network_unreadable');
      return ok({ state: isOpen(result) ? 'done' : 'no', answer: posted.answer });
    }
    case 'text':
      if (!posted.answer) return ok({ state: 'open', answer: null });
      if (posted.answer.length > kind.max) return refuse('answer_too_long', { max: kind.max });
      return ok({ state: 'done', answer: posted.answer });
    case 'date':
      if (!posted.answer) return ok({ state: 'open', answer: null });
      return isDay(posted.answer) ? ok({ state: 'done', answer: posted.answer }) : refuse('answer_unknown');
    case 'choice': {
      const chosen = kind.many ? posted.choices : posted.answer ? [posted.answer] : [];
      const known = new Set(kind.options.map((option) => option.value));
      if (chosen.some((value) => !known.has(value))) return refuse('answer_unknown');
      if (chosen.length === 0) return ok({ state: 'open', answer: null });
      return ok({ state: 'done', answer: kind.many ? [...new Set(chosen)] : (chosen[0] ?? null) });
    }
    case 'file':
      return ok({ state: files > 0 || posted.answer === 'done' ? 'done' : 'open', answer: null });
    case 'table': {
      const keys = kind.columns.map((column) => column.key);
      const rows = posted.rows
        .map((row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? ''])))
        .filter((row) => Object.values(row).some((cell) => cell !== ''));
      return ok({ state: rows.length > 0 ? 'done' : 'open', answer: rows.length > 0 ? rows : null });
    }
    case 'workstation': {
      if (!posted.workstation || Object.values(posted.workstation).every((value) => !value))
        return ok({ state: 'open', answer: null });
      const parsed = WorkstationSchema.safeParse(posted.workstation);
      return parsed.success ? ok({ state: 'done', answer: parsed.data }) : refuse('workstation_incomplete');
    }
  }
}

const notApplicable = ok<Read>({ state: 'not_applicable', answer: 'not_applicable' });

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Rows of a table answer, as stored; anything else is no row. */
export const tableRows = (answer: unknown): Record<string, string>[] =>
  Array.isArray(answer) && answer.every((row) => typeof row === 'object' && row !== null)
    ? (answer as Record<string, string>[])
    : [];

export const workstationOf = (answer: unknown): Workstation | null => {
  const parsed = WorkstationSchema.safeParse(answer);
  return parsed.success ? parsed.data : null;
};

/** The labels of what was chosen, in the reader's language. */
export function chosenLabels(kind: Extract<AnswerKind, { kind: 'choice' }>, answer: unknown, locale: string): string[] {
  const values = Array.isArray(answer) ? answer : [answer];
  return kind.options
    .filter((option) => values.includes(option.value))
    .map((option) => inLanguage(option.label, locale));
}
