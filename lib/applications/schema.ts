import { z } from 'zod';

export const ApplicationReference = z.object({ applicationId: z.uuid() });
export const StartApplication = z.object({
  callId: z.uuid(),
  /** Names and values of answers a link gave in advance, as JSON. Read by the form's own definition. */
  prefill: z
    .string()
    .max(60_000)
    .default('[]')
    .transform((json): [string, string][] => {
      const entries = z.array(z.tuple([z.string(), z.string()])).max(200);
      const read = entries.safeParse(jsonOf(json));
      return read.success ? read.data : [];
    }),
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A posted section. The answers themselves are read by the form's own definition. */
export const SectionForm = z.object({
  applicationId: z.uuid(),
  section: z.string().max(40),
  /** The section's answers as the page showed them: the base of the merge. */
  _base: z.string().max(900_000),
  intent: z.string().max(2000).default('continue'),
});

const Entries = z.array(z.tuple([z.string().max(120), z.string()])).max(2000);
/**
 * One autosave: for each field, what it was when the page showed it, what stands in its controls now, and what was sent
 * in between without an answer: it may have arrived.
 */
export const Autosave = z.object({
  fields: z
    .record(
      z.string().max(40),
      z.object({ base: z.unknown(), entries: Entries, unheard: z.array(Entries).max(3).optional() }),
    )
    .refine((fields) => Object.keys(fields).length <= 100),
});

export const SubmitApplication = z.object({
  applicationId: z.uuid(),
  /** Made when the page was shown: a double click, a resend or "back" sends once. */
  key: z.uuid(),
});

const email = z
  .string()
  .transform((typed) => typed.replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '').toLowerCase())
  .pipe(z.email().max(254));
export const Invitation = z.object({
  applicationId: z.uuid(),
  email,
  right: z.enum(['view', 'edit']),
});

export const MemberReference = z.object({ applicationId: z.uuid(), memberId: z.uuid() });

export const MESSAGE_FILE_BYTES = 10_000_000;
/** A file about to come in pieces. `modified` is its own date, in milliseconds: it is how the same file is recognised. */
export const AnnouncedFile = z.object({
  field: z.string().max(40),
  /** Words that leave with it, of a message. */
  body: z.string().trim().max(5_000).optional(),
  name: z.string().min(1).max(500),
  size: z.number().int().min(0).max(2_000_000_000),
  modified: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});

export const TransferProposal = z.object({ applicationId: z.uuid(), email });
export const TransferReference = z.object({ transferId: z.uuid() });
