import { currentViewer } from '@/lib/auth/session';
import { missing, storedOf } from '@/lib/download';
import { evidenceFile } from '@/lib/onboarding/queries/evidence';

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const file = await evidenceFile(await currentViewer(), (await params).id);
  return file ? storedOf(file) : missing();
}
