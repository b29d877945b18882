import { z } from 'zod';
import { Joined } from './attachments';

/** What an import of files did, or would do, and what to look at: by file and by field. At most 500 are named. */
const Named = z.object({
  key: z.string(),
  line: z.number(),
  field: z.string(),
  value: z.string(),
  reason: z.string(),
});
export const FilesReport = z
  .object({
    created: z.number().default(0),
    updated: z.number().default(0),
    unchanged: z.number().default(0),
    refused: z.number().default(0),
    /** Values that found no place and are kept with their file. */
    beside: z.number().default(0),
    /** Files that our form would not accept as complete. */
    incomplete: z.number().default(0),
    problems: z.number().default(0),
    named: z.array(Named).default([]),
    /** What the last files brought for it did. */
    joined: Joined.optional(),
  })
  .catch({ created: 0, updated: 0, unchanged: 0, refused: 0, beside: 0, incomplete: 0, problems: 0, named: [] });
export type FilesReport = z.infer<typeof FilesReport>;
export type NamedProblem = z.infer<typeof Named>;

export const emptyReport = (): FilesReport => FilesReport.parse({});
const MOST_NAMED = 500;

export function note(report: FilesReport, problem: NamedProblem): void {
  report.problems += 1;
  if (report.named.length < MOST_NAMED) report.named.push(problem);
}

export const FILES_STATES = ['uploaded', 'checked', 'applied'] as const;
export type FilesState = (typeof FILES_STATES)[number];
