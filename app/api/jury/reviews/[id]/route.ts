import { NextResponse } from 'next/server';
import { z } from 'zod';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { saveDraft } from '@/lib/jury/commands/review';
import { gridFromTyped, typedFromReview } from '@/lib/jury/grid';
import { assignedFile } from '@/lib/jury/queries/juror';

const body = z.object({
  version: z.int().min(0).max(1_000_000),
  typed: z.record(z.string().max(80), z.string().max(20_000)),
});
const STATUS = { not_found: 404, closed: 423, already_sent: 409, changed_meanwhile: 409 } as const;

/** Autosave of a juror's draft. 409 carries what is saved, so that the page can show both. */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  if (!sameOrigin(request.headers)) return NextResponse.json({ reason: 'other_origin' }, { status: 403 });
  const viewer = await currentViewer();
  if (viewer.kind !== 'person') return NextResponse.json({ reason: 'signed_out' }, { status: 401 });
  const id = z.uuid().safeParse((await params).id);
  const parsed = body.safeParse(await request.json().catch(() => null));
  if (!id.success) return NextResponse.json({ reason: 'not_found' }, { status: 404 });
  if (!parsed.success) return NextResponse.json({ reason: 'bad_request' }, { status: 400 });
  const input = { assignmentId: id.data, version: parsed.data.version, grid: gridFromTyped(parsed.data.typed) };
  const saved = await saveDraft(viewer, input, systemClock);
  if (saved.ok) return NextResponse.json(saved.value);
  if (STATUS[saved.reason] !== 409)
    return NextResponse.json({ reason: saved.reason }, { status: STATUS[saved.reason] });
  const now = (await assignedFile(viewer, id.data))?.review;
  const theirs = now ? typedFromReview(now) : {};
  return NextResponse.json({ reason: saved.reason, version: now?.version ?? 0, theirs }, { status: 409 });
}
