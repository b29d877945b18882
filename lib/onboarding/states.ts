/** What is stored. `no` was answered but not there yet; closed means nothing is left to do. */
export const STATES = ['open', 'no', 'blocked', 'done', 'not_applicable'] as const;
export type State = (typeof STATES)[number];

export const isClosed = (state: string): boolean => state === 'done' || state === 'not_applicable';

/** What is shown: one word everywhere (`messages/…/onboarding.json` `status.<name>`). */
export type Status =
  | 'optional'
  | 'waiting'
  | 'to_do'
  | 'started'
  | 'delegated'
  | 'no'
  | 'late'
  | 'blocked'
  | 'to_attest'
  | 'done'
  | 'not_applicable';

export type Tone = 'neutral' | 'active' | 'good' | 'time' | 'bad';

export const TONES: Record<Status, Tone> = {
  optional: 'neutral',
  waiting: 'neutral',
  to_do: 'neutral',
  started: 'active',
  delegated: 'active',
  no: 'active',
  late: 'time',
  blocked: 'bad',
  to_attest: 'active',
  done: 'good',
  not_applicable: 'neutral',
};

export type Facts = {
  state: string;
  touched: boolean;
  /** ISO day, or null. */
  dueOn: string | null;
  attester: string | null;
  attested: boolean;
  delegated: boolean;
  /** Something before it is still open. */
  waiting: boolean;
  optional: boolean;
};

/** The one word for an item on a given day: an obstacle first, then time, then how far it is. */
export function statusOf(facts: Facts, today: string): Status {
  if (facts.state === 'not_applicable') return 'not_applicable';
  if (facts.state === 'done') return facts.attester && !facts.attested ? 'to_attest' : 'done';
  if (facts.state === 'blocked') return 'blocked';
  if (facts.dueOn !== null && facts.dueOn < today) return 'late';
  if (facts.delegated) return 'delegated';
  if (facts.state === 'no') return 'no';
  if (facts.touched) return 'started';
  if (facts.optional) return 'optional';
  return facts.waiting ? 'waiting' : 'to_do';
}

/** Next things first: late, then by date, then in the order of the list; closed ones last. */
export function nextFirst<T extends { state: string; dueOn: string | null; position: number }>(items: T[]): T[] {
  const rank = (item: T) => (isClosed(item.state) ? 1 : 0);
  return [...items].sort(
    (a, b) => rank(a) - rank(b) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.position - b.position,
  );
}
