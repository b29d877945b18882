import { announce, draft } from '@/app/api/pieces';

/** Announces a file of a draft that will come in pieces. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return announce(request, draft((await params).id));
}
