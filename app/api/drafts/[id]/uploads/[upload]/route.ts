import { draft, giveUp, piece, progress } from '@/app/api/pieces';

type Props = { params: Promise<{ id: string; upload: string }> };

/** A file of a draft that comes in pieces: where it stands, its next piece, giving it up. */
export async function HEAD(_request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return progress(draft(id), upload);
}

export async function PATCH(request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return piece(request, draft(id), upload);
}

export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return giveUp(request, draft(id), upload);
}
