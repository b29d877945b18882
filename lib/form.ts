/** What a server action hands back to its form: errors beside their fields, and everything that was typed. */
export type FormState = {
  status: 'idle' | 'error' | 'done';
  /** Field name → sentences in the reader's language. */
  errors: Record<string, string[]>;
  formErrors: string[];
  values: Record<string, string | string[]>;
  message?: string;
  /** Hidden values that take the place of the page's own: what the next sending is written over. */
  hidden?: Record<string, string>;
  /** Field name → the value proposed in place of what was typed: one button fills it in. */
  better?: Record<string, string>;
  /** The field that button has just filled. */
  filled?: string;
};

export const idle: FormState = { status: 'idle', errors: {}, formErrors: [], values: {} };

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

/** The text that was typed, to show it again; files and framework fields are left out, long texts are kept whole. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(data.keys())) {
    if (key.startsWith('$ACTION')) continue;
    const all = data.getAll(key).filter((value): value is string => typeof value === 'string');
    if (all.length === 1) values[key] = all[0] as string;
    else if (all.length > 1) values[key] = all;
  }
  return values;
}
