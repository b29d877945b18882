/** What a server action gives back to its form. `values` are the typed texts, so that nothing has to be typed twice. */
export type FormState = {
  status: 'idle' | 'error' | 'done';
  errors: Record<string, string[]>;
  formErrors: string[];
  values: Record<string, string | string[]>;
  message?: string;
};

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

export const idleState: FormState = { status: 'idle', errors: {}, formErrors: [], values: {} };

/** The id of the control called `name`: the error summary links to it without asking the field. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
