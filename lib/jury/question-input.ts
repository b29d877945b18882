import { z } from 'zod';

const sentence = z.string().trim().min(1).max(2000);

/** A juror asks where they read (a reading) or hear (a hearing) the file. */
export const questionAsked = z.object({ placeId: z.uuid(), back: z.enum(['files', 'hearings']), text: sentence });

const question = z.object({ stageId: z.uuid(), applicationId: z.uuid(), questionId: z.uuid() });

/** The coordination lets a question through, worded as it leaves, answers due by the end of that day. */
export const questionReleased = question.extend({ wording: sentence, due: z.iso.date({ error: 'invalid' }) });

export const questionLeftOut = question;
