import { giveUp, message, piece, progress } from '@/app/api/pieces';

type Props = { params: Promise<{ id: string; upload: string }> };

/** A file of a message that comes in pieces: where it stands, its next piece, giving it up. */
export async function HEAD(_request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return progress(message(id), upload);
}

export async function PATCH(request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return piece(request, message(id), upload);
}

export async function DELETE(request: Request, { params }: Props): Promise<Response> {
  const { id, upload } = await params;
  return giveUp(request, message(id), upload);
}
