import { currentViewer } from '@/lib/auth/session';
import { missing, storedOf } from '@/lib/download';
import { resourceFile } from '@/lib/support/queries/attachments';

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const file = await resourceFile(await currentViewer(), (await params).id);
  return file ? storedOf(file) : missing();
}
