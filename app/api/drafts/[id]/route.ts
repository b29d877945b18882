import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import { type SaveRefusal, saveAnswers } from '@/lib/applications/commands/save';
import { Autosave } from '@/lib/applications/schema';
import { fieldsChange } from '@/lib/applications/sections';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

const MOST_BYTES = 1_000_000;
const STATUS: Record<SaveRefusal, number> = {
  not_found: 404,
  read_only: 403,
  call_closed: 410,
  not_writable: 423,
  malformed: 400,
  busy: 503,
};

/**
 * Autosaves take turns, so that in the last minute of a call they leave room for those who attach and send. A request
 * counts from its arrival, not from its turn; past what can wait, the page keeps the text and asks again.
 */
const turns = pLimit(4);
const MOST_WAITING = 2_000;

/** Autosave: fields with their base. 200 saved, 409 saved but for the fields in conflict, both texts in the body. */
export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const receivedAt = systemClock();
  if (!sameOrigin(request.headers)) return answer(403, { reason: 'other_origin' });
  if (turns.pendingCount >= MOST_WAITING) return answer(503, { reason: 'busy' });
  return turns(async () => save(request, (await params).id, receivedAt));
}

async function save(request: Request, id: string, receivedAt: Date): Promise<Response> {
  const viewer = await currentViewer();
  if (viewer.kind !== 'person') return answer(401, { reason: 'signed_out' });
  if (!/^[0-9a-f-]{36}$/i.test(id)) return answer(404, { reason: 'not_found' });
  const body = await readJson(request);
  if (body === TOO_LARGE) return answer(413, { reason: 'too_large' });
  const parsed = Autosave.safeParse(body);
  if (!parsed.success) return answer(400, { reason: 'malformed' });
  const change = fieldsChange(parsed.data.fields, () => randomBytes(6).toString('hex'));
  const saved = await saveAnswers(viewer, id, change, receivedAt);
  if (!saved.ok) return answer(STATUS[saved.reason], { reason: saved.reason });
  return answer(saved.value.conflicts.length > 0 ? 409 : 200, saved.value);
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

const TOO_LARGE = Symbol('too large');

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return TOO_LARGE;
  const text = await request.text();
  if (text.length > MOST_BYTES) return TOO_LARGE;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
