import { z } from 'zod';

export const panelPlace = z.object({
  stageId: z.uuid(),
  panelId: z.uuid(),
  room: z.string().trim().max(120).default(''),
  link: z.union([z.literal(''), z.url({ protocol: /^https$/ })]).default(''),
  rapporteurId: z.uuid().optional(),
});
export type PanelPlace = z.infer<typeof panelPlace>;

export const attendance = z.object({
  stageId: z.uuid(),
  panelId: z.uuid(),
  personId: z.uuid(),
  present: z.enum(['yes', 'no']),
});
export type Attendance = z.infer<typeof attendance>;

/** Someone steps out for a file during the day: recorded, and the file closes to them at once. */
export const recusal = z.object({
  stageId: z.uuid(),
  panelId: z.uuid(),
  personId: z.uuid(),
  applicationId: z.uuid(),
  reason: z.string().trim().max(1000).default(''),
});
export type Recusal = z.infer<typeof recusal>;

/** A hearing put elsewhere: one place earlier or later in its panel, or at the end of another one, or at an hour typed. */
export const hearingMove = z.object({
  stageId: z.uuid(),
  hearingId: z.uuid(),
  act: z.enum(['earlier', 'later', 'place']),
  panelId: z.uuid().optional(),
  /** Local to the call. */
  startsAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: 'invalid' })
    .optional(),
});
export type HearingMove = z.infer<typeof hearingMove>;

/** A juror put on a panel by hand; without one, on none. */
export const seatMove = z.object({ stageId: z.uuid(), personId: z.uuid(), panelId: z.uuid().optional() });
export type SeatMove = z.infer<typeof seatMove>;

/** Someone comes into a room or leaves it; without a panel, the room of the deliberation; without a person, everyone. */
export const presence = z.object({
  stageId: z.uuid(),
  panelId: z.uuid().optional(),
  personId: z.uuid().optional(),
  act: z.enum(['arrived', 'left']),
});
export type Presence = z.infer<typeof presence>;
