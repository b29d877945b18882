/** What the user can fix is returned as a literal reason; what they cannot is thrown. */
export type Refusal<R extends string> = { ok: false; reason: R; detail?: Record<string, string | number> };
export type Result<T, R extends string = never> = { ok: true; value: T } | Refusal<R>;

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = <R extends string>(reason: R, detail?: Record<string, string | number>): Refusal<R> => ({
  ok: false,
  reason,
  ...(detail ? { detail } : {}),
});

export const isRefusal = (answer: unknown): answer is Refusal<string> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false && 'reason' in answer;
