/**
 * One thing that awaits a person, as a domain's `awaiting(viewer, clock)` query gives it.
 * `words` is a message key, `values` what it says; `href` a path without locale; `due` when it must be done.
 */
export type Awaiting = {
  id: string;
  words: string;
  values?: Record<string, string | number>;
  href: string;
  due: Date | null;
  /** The zone of an hour that is not said in Paris. */
  zone?: string;
};

/** In order of date, the dated first; the same order at each reading. */
export const inOrder = (lists: Awaiting[][]): Awaiting[] =>
  lists
    .flat()
    .sort((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity) || a.id.localeCompare(b.id));
