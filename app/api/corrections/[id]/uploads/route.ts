import { announce, correction } from '@/app/api/pieces';

/** Announces a file of a correction that will come in pieces. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return announce(request, correction((await params).id));
}
