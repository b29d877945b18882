import { sameOrigin } from '@/lib/auth/origin';
import { currentViewer } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { missing } from '@/lib/download';
import { attachEvidence } from '@/lib/onboarding/commands/evidence';
import { firstFile } from '@/lib/upload';

/** A piece from a plain form, streamed; then back to the line, which says what happened. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await currentViewer();
  if (!sameOrigin(request.headers) || viewer.kind !== 'person') return missing();
  const { id } = await params;
  const query = new URL(request.url).searchParams;
  const made = await firstFile(request, (upload) => attachEvidence(viewer, id, upload, systemClock));
  if (made && !made.ok && made.reason === 'not_found') return missing();
  const locale = query.get('locale') === 'en' ? 'en' : 'fr';
  const challenge = (query.get('challenge') ?? '').replace(/[^a-z0-9-]/g, '');
  const said = made?.ok ? 'done=onboarding.done.evidenceAdded' : `refused=${made?.reason ?? 'no_file'}`;
  return new Response(null, {
    status: 303,
    headers: { location: `/${locale}/onboarding/${challenge}/${id.replace(/[^\w-]/g, '')}?${said}#evidence` },
  });
}
