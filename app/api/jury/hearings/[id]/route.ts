import { NextResponse } from 'next/server';
import { z } from 'zod';
import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { writeGrid } from '@/lib/jury/commands/collective';
import { gridFromTyped, typedFromReview } from '@/lib/jury/grid';
import { hearing } from '@/lib/jury/queries/hearing';

const body = z.object({
  version: z.int().min(0).max(1_000_000),
  typed: z.record(z.string().max(80), z.string().max(20_000)),
});
const STATUS = { not_found: 404, closed: 423, changed_meanwhile: 409, incomplete: 400 } as const;

/** Autosave of a panel's grid by who holds the pen. 409 carries what is saved, so that the page can show both. */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  if (!sameOrigin(request.headers)) return NextResponse.json({ reason: 'other_origin' }, { status: 403 });
  const viewer = await currentViewer();
  if (viewer.kind !== 'person') return NextResponse.json({ reason: 'signed_out' }, { status: 401 });
  const id = z.uuid().safeParse((await params).id);
  const parsed = body.safeParse(await request.json().catch(() => null));
  if (!id.success) return NextResponse.json({ reason: 'not_found' }, { status: 404 });
  if (!parsed.success) return NextResponse.json({ reason: 'bad_request' }, { status: 400 });
  const input = { hearingId: id.data, version: parsed.data.version, grid: gridFromTyped(parsed.data.typed) };
  const saved = await writeGrid(viewer, input, systemClock);
  if (saved.ok) return NextResponse.json(saved.value);
  if (saved.reason !== 'changed_meanwhile')
    return NextResponse.json({ reason: saved.reason }, { status: STATUS[saved.reason] });
  const now = (await hearing(viewer, id.data))?.grid;
  const theirs = now ? typedFromReview({ ...now, privateNote: '', abstained: false }) : {};
  return NextResponse.json({ reason: saved.reason, version: now?.version ?? 0, theirs }, { status: 409 });
}
