import { announce, message } from '@/app/api/pieces';

/** Announces a file of a message that will come in pieces. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return announce(request, message((await params).id));
}
