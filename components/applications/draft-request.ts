import type { Batch, Sent } from '@/lib/applications/draft-saver';

/** The largest body a browser sends from a page that closes. */
const KEEPALIVE_BYTES = 60_000;
const HEADERS = { 'content-type': 'application/json' };
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const REFUSALS = {
  401: 'signed_out',
  403: 'read_only',
  404: 'not_found',
  410: 'call_closed',
  413: 'too_large',
  423: 'not_writable',
} as const;

/** Whether a tab that closes lets this request finish: half the room is left to the tab's last one. */
export const finishes = (batch: Batch): boolean => bytesOf(JSON.stringify(batch)) < KEEPALIVE_BYTES / 2;

export async function sendBatch(url: string, batch: Batch): Promise<Sent> {
  try {
    const body = JSON.stringify(batch);
    const response = await fetch(url, { method: 'PATCH', headers: HEADERS, body, keepalive: finishes(batch) });
    if (response.ok || response.status === 409) return { kind: 'saved', ...(await response.json()) };
    const reason = REFUSALS[response.status as keyof typeof REFUSALS];
    return reason ? { kind: 'refused', reason } : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

/** The last request of a page that closes: as many fields as fit, the short ones first. The others wait in this browser. */
export function sendLast(url: string, batch: Batch, flying: boolean): void {
  const room = flying ? KEEPALIVE_BYTES / 2 : KEEPALIVE_BYTES;
  const short = Object.entries(batch.fields).sort(([, a], [, b]) => size(a) - size(b));
  let last: Batch = { fields: {} };
  for (const [field, owed] of short) {
    const more = { fields: { ...last.fields, [field]: owed } };
    if (bytesOf(JSON.stringify(more)) > room) break;
    last = more;
  }
  if (Object.keys(last.fields).length === 0) return;
  void fetch(url, { method: 'PATCH', headers: HEADERS, body: JSON.stringify(last), keepalive: true }).catch(() => {});
}

const size = (one: unknown): number => JSON.stringify(one).length;
