import { z } from 'zod';
import { halfDay } from './stage-input';

/** "données, santé" as people type lists: one theme a comma, trimmed, once. */
export const commaList = z
  .string()
  .max(1000)
  .default('')
  .transform((typed) =>
    [
      ...new Set(
        typed
          .split(/[,;\n]/)
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ].slice(0, 40),
  );

export const invitation = z.object({
  callId: z.uuid(),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  name: z.string().trim().min(1).max(120),
  background: z.string().trim().max(80).default(''),
  formerFellow: z.preprocess((value) => value === 'on' || value === true, z.boolean()),
  themes: commaList,
  replaces: z.uuid().optional(),
});
export type Invitation = z.infer<typeof invitation>;

export const seatAnswer = z.object({
  seatId: z.uuid(),
  answer: z.enum(['accepted', 'declined']),
  charter: z.string().max(3).optional(),
  note: z.string().trim().max(2000).default(''),
});
export type SeatAnswer = z.infer<typeof seatAnswer>;

export const seatFacts = z.object({
  seatId: z.uuid(),
  themes: commaList,
  skills: commaList,
  /** 'yes' when half-days were offered: only then does an empty list mean "never". */
  offered: z.string().max(3).default(''),
  available: z.array(halfDay).max(20).default([]),
});

/** A juror who will not come, or sits after all. */
export const seatAbsence = z.object({
  stageId: z.uuid(),
  seatId: z.uuid(),
  act: z.enum(['absent', 'back']),
  note: z.string().trim().max(500).default(''),
});
export type SeatAbsence = z.infer<typeof seatAbsence>;

export const seatHalfDays = z.object({
  stageId: z.uuid(),
  seatId: z.uuid(),
  available: z.array(halfDay).max(20).default([]),
});
export type SeatHalfDays = z.infer<typeof seatHalfDays>;
