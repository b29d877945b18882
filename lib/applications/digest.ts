import { createHash } from 'node:crypto';
import type { Answers } from '@/lib/calls/answers';

/** What was received, in one line: SHA-256 of the answers as they are kept. */
export const digestOf = (answers: Answers): string =>
  createHash('sha256').update(JSON.stringify(answers)).digest('hex');
