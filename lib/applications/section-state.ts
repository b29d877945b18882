import type { Answers } from '@/lib/calls/answers';
import type { Conflict } from '@/lib/calls/merge';
import type { FormState } from '@/lib/form';

/** What posting a section gives back: with conflicts, both texts and what to post again from. */
export type SectionState = FormState & { conflicts?: Conflict[]; base?: Answers };
