export { type FormAction, type FormState, idle as idleState } from '@/lib/form';

/** The id of the control called `name`: the error summary links to it without asking the field. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
