/** The state of a call follows the clock; only publishing it is an act. The grace is never shown. */
export type CallDates = { publishedAt: Date | null; opensAt: Date; closesAt: Date; graceSeconds: number };
export const CALL_STATES = ['draft', 'scheduled', 'open', 'closing_soon', 'closed'] as const;
export type CallState = (typeof CALL_STATES)[number];

export const CLOSING_SOON_MS = 3 * 86_400_000;

export function callState(call: CallDates, now: Date): CallState {
  if (!call.publishedAt) return 'draft';
  if (now < call.opensAt) return 'scheduled';
  if (now >= call.closesAt) return 'closed';
  return call.closesAt.getTime() - now.getTime() <= CLOSING_SOON_MS ? 'closing_soon' : 'open';
}

/** Whether what the server received at that moment counts: up to the deadline and its grace, both included. */
export function accepts(call: CallDates, receivedAt: Date): boolean {
  if (!call.publishedAt || receivedAt < call.opensAt) return false;
  return receivedAt.getTime() <= call.closesAt.getTime() + call.graceSeconds * 1000;
}
