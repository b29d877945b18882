import { z } from 'zod';

/** Why an attached file is not in an archive. */
export const LEFT_OUT = ['pending', 'infected', 'error', 'missing'] as const;
export type LeftOut = { file: string; name: string; why: (typeof LEFT_OUT)[number] };

/** What an archive holds, and what it could not take. At most 500 names are kept; `left` counts them all. */
export const ArchiveReport = z
  .object({
    files: z.number().default(0),
    attachments: z.number().default(0),
    left: z.number().default(0),
    named: z.array(z.object({ file: z.string(), name: z.string(), why: z.enum(LEFT_OUT) })).default([]),
  })
  .catch({ files: 0, attachments: 0, left: 0, named: [] });
export type ArchiveReport = z.infer<typeof ArchiveReport>;

export const MOST_NAMED = 500;

export const ARCHIVE_STATES = ['waiting', 'running', 'done', 'failed', 'stopped', 'expired'] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];
export const isUnderWay = (state: string): boolean => state === 'waiting' || state === 'running';
