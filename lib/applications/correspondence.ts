import { z } from 'zod';

const words = (max: number) => z.string().trim().min(1).max(max);
const many = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : (value ?? [])),
  z.array(z.string().max(60)).max(200),
);

/** The forms of what the team and the applicant say to each other, and of what the team says among itself. */
export const FileOnly = z.object({ applicationId: z.uuid() });
export const Words = z.object({ applicationId: z.uuid(), body: words(5_000) });
export const NoteOnly = z.object({ noteId: z.uuid() });
export const CorrectionOnly = z.object({ correctionId: z.uuid() });
export const AskCorrection = z.object({
  applicationId: z.uuid(),
  timeZone: z.string().max(60),
  fields: many.refine((list) => list.length > 0, 'choose_fields'),
  reason: words(3_000),
  due: z.iso.date(),
});
export const CorrectionForm = z.object({
  correctionId: z.uuid(),
  _base: z.string().max(900_000),
  intent: z.string().max(2_000).default('save'),
});
export const QuestionForm = z.object({ applicationId: z.uuid(), body: words(1_000) });
export const QuestionOnly = z.object({ questionId: z.uuid() });
export const SendQuestions = z.object({
  applicationId: z.uuid(),
  questions: many.refine((list) => list.length > 0, 'choose_questions'),
  due: z.iso.date(),
});
export const AnswerQuestions = z.object({
  applicationId: z.uuid(),
  answers: z.record(z.uuid(), z.string().max(5_000)).default({}),
});
export const ReadingOnly = z.object({ readingId: z.uuid() });
export const DecisionOnly = z.object({ decisionId: z.uuid() });
export const ActOnly = z.object({ actId: z.uuid() });
export const ViewForm = z.object({
  path: z.string().regex(/^\/admin\/calls\/[a-z0-9-]+\/applications$/),
  query: z.string().max(2_000).default(''),
  name: words(60),
  shared: z.literal('on').optional(),
});
export const ViewOnly = ViewForm.pick({ path: true, query: true }).extend({ viewId: z.uuid() });
export const ExaminationForm = z.object({
  callId: z.uuid(),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  version: z.coerce.number().int().min(0),
  points: z.string().max(6_000).default(''),
  criteria: words(6_000),
  scale: z.coerce.number().int().min(2).max(10),
});
