import { correction, giveUp, piece, progress } from '@/app/api/pieces';

type Props = { params: Promise<{ id: string; upload: string }> };

/** A file of a correction that comes in pieces: where it stands, its next piece, giving it up. */
export async function HEAD(_request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return progress(correction(id), upload);
}

export async function PATCH(request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return piece(request, correction(id), upload);
}

export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return giveUp(request, correction(id), upload);
}
