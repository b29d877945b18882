import { z } from 'zod';
import { IntakeFilters } from '@/lib/applications/intake-filters';

/** A mail to many, as it is written: to whom (files as the filters leave them, those ticked, or drafts), and in which words. */
export const TARGETS = ['files', 'chosen', 'drafts'] as const;
export const AUDIENCES = ['owners', 'everyone'] as const;

const lines = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim())
    .pipe(z.string().max(max));
const needed = (max: number) => lines(max).pipe(z.string().min(1));

export const MailingWords = z.object({
  audience: z.enum(AUDIENCES).default('owners'),
  subjectFr: needed(200),
  bodyFr: needed(10_000),
  subjectEn: lines(200).default(''),
  bodyEn: lines(10_000).default(''),
});
/** Files named in an address or a hidden field, apart by commas: what is no identifier is left out. */
export const ChosenFiles = z
  .union([z.string(), z.array(z.string()).transform((all) => all.join(','))])
  .default('')
  .transform((text) => [...new Set(text.split(',').filter((id) => z.uuid().safeParse(id).success))].slice(0, 500));

export const NewMailing = MailingWords.extend({
  callId: z.uuid(),
  target: z.enum(TARGETS).default('files'),
  /** The files ticked on the board, for `chosen`. */
  files: ChosenFiles,
  /** The board's filters as they were when the mail was begun. */
  filters: z
    .string()
    .max(2_000)
    .default('')
    .transform((query) => IntakeFilters.parse(Object.fromEntries(new URLSearchParams(query)))),
});
export type NewMailing = z.infer<typeof NewMailing>;

export const MailingRef = z.object({ mailingId: z.uuid(), version: z.coerce.number().int().min(1) });
export const MailingChange = MailingWords.extend(MailingRef.shape);
export type MailingChange = z.infer<typeof MailingChange>;

/** `count` is how many people the page announced: when it is no longer true, nothing leaves. */
export const MailingSend = MailingRef.extend({
  count: z.coerce.number().int().min(1),
  sure: z
    .string()
    .default('')
    .refine((ticked) => ticked === 'on', 'confirm'),
});

/** What a mailing says to one person: in their language when it was written, in French otherwise. */
export function wordsFor(
  mailing: { subjectFr: string; bodyFr: string; subjectEn: string; bodyEn: string },
  locale: string,
): { subject: string; body: string; locale: 'fr' | 'en' } {
  return locale === 'en' && mailing.subjectEn && mailing.bodyEn
    ? { subject: mailing.subjectEn, body: mailing.bodyEn, locale: 'en' }
    : { subject: mailing.subjectFr, body: mailing.bodyFr, locale: 'fr' };
}
