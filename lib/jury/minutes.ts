import { createHash } from 'node:crypto';
import { z } from 'zod';
import { linkHash } from '@/lib/chain';

// Minutes are data first: a page, a PDF and a file say the same text, whose digest is in the event chain.

const text = z.string();
const named = z.strictObject({ fr: text, en: text });

export const minutesContent = z.strictObject({
  /** 1: without `correction` nor `corrected`, and `ranking` the rules asked for rather than those followed. */
  version: z.literal([1, 2]),
  number: z.number().int().min(1),
  stage: text,
  call: text,
  cohort: text,
  /** What order was followed: the rubric, how totals are made, the rules that order files and break ties. */
  method: z.strictObject({
    rubric: named,
    total: z.enum(['sum', 'mean']),
    marking: z.enum(['individual', 'collective']),
    criteria: z.array(z.strictObject({ label: named, weight: z.number(), min: z.number(), max: z.number() })),
    ranking: z.array(text),
    /** Whether corrected means were asked for, the method that gave them, or why these marks allow none. */
    correction: z
      .strictObject({
        asked: z.boolean(),
        method: text.nullable(),
        why: z.enum(['disconnected', 'too_few_marks']).nullable(),
        /** Groups of files and jurors that share no mark; 1 when all can be compared. */
        parts: z.number().int(),
      })
      .optional(),
    /** Draws of lots can be drawn again from it. */
    lotSeed: text,
    frozenAt: text.nullable(),
  }),
  attendance: z.array(
    z.strictObject({ name: text, panel: text.nullable(), present: z.boolean().nullable(), charterAt: text.nullable() }),
  ),
  recusals: z.array(z.strictObject({ name: text, file: text, kind: text })),
  files: z.array(
    z.strictObject({
      reference: text,
      title: text,
      organisation: text,
      place: z.number().nullable(),
      tiedWith: z.number(),
      brokenBy: text.nullable(),
      mean: z.number().nullable(),
      corrected: z.number().nullable().optional(),
      reviews: z.number(),
      decision: text,
      reason: text,
    }),
  ),
  remarks: text,
  sealedBy: text,
  sealedAt: text,
});
export type MinutesContent = z.infer<typeof minutesContent>;

export const digestOf = (exact: string): string => createHash('sha256').update(exact, 'utf8').digest('hex');

/** What a signature is over: these minutes, this person, this moment. */
export const signatureDigest = (minutes: string, personId: string, signedAt: string): string =>
  digestOf(`${minutes}\n${personId}\n${signedAt}`);

const link = z.strictObject({
  id: text,
  at: text,
  name: text,
  actorKind: text,
  actorId: text.nullable(),
  subjectKind: text,
  subjectId: text,
  payload: text,
  prevHash: text,
  hash: text,
});
const file = z.strictObject({
  format: z.literal('cohorte-minutes/1'),
  id: text,
  digest: text,
  /** The exact text that was hashed, itself JSON. */
  content: text,
  /** The link of the event chain that sealed it. */
  event: link,
  signatures: z.array(z.strictObject({ personId: text, name: text, signedAt: text, digest: text, event: link })),
  /** Over all of the above: a signature left out is a change too. */
  checksum: text,
});
export type MinutesFile = z.infer<typeof file>;

const written = (parts: MinutesFile): string => `${JSON.stringify(file.parse(parts), null, 2)}\n`;
const checksumOf = (parts: MinutesFile): string => digestOf(written({ ...parts, checksum: '' }));

/** The file one gives away: one way to write it, so that any other byte is a change. */
export function minutesFile(parts: Omit<MinutesFile, 'checksum'>): string {
  const whole = { ...parts, checksum: '' };
  return written({ ...whole, checksum: checksumOf(whole) });
}

export type Verified =
  | { ok: true; content: MinutesContent; digest: string; signatures: number }
  | { ok: false; why: 'unreadable' | 'rewritten' | 'content' | 'event' | 'event_digest' | 'signature' | 'checksum' };

/** Checks a file of minutes from itself alone: every byte of it is held by a digest, or by the one way to write it. */
export function verifyMinutes(given: string): Verified {
  const parsed = file.safeParse(readJson(given));
  if (!parsed.success) return { ok: false, why: 'unreadable' };
  const { data } = parsed;
  if (written(data) !== given) return { ok: false, why: 'rewritten' };
  const content = minutesContent.safeParse(readJson(data.content));
  if (!content.success || JSON.stringify(content.data) !== data.content || digestOf(data.content) !== data.digest)
    return { ok: false, why: 'content' };
  if (linkHash(data.event) !== data.event.hash) return { ok: false, why: 'event' };
  const sealed = data.event.name === 'minutes.sealed' && data.event.subjectId === data.id;
  if (!sealed || saidBy(data.event.payload).digest !== data.digest) return { ok: false, why: 'event_digest' };
  for (const one of data.signatures) {
    const said = saidBy(one.event.payload);
    const right =
      linkHash(one.event) === one.event.hash &&
      one.event.name === 'minutes.signed' &&
      one.event.actorId === one.personId &&
      one.digest === signatureDigest(data.digest, one.personId, one.signedAt) &&
      said.signature === one.digest &&
      said.name === digestOf(one.name);
    if (!right) return { ok: false, why: 'signature' };
  }
  if (checksumOf(data) !== data.checksum) return { ok: false, why: 'checksum' };
  return { ok: true, content: content.data, digest: data.digest, signatures: data.signatures.length };
}

function readJson(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

function saidBy(payload: string): Record<string, unknown> {
  const said = readJson(payload);
  return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
}
