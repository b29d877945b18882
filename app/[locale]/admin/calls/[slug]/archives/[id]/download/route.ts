import { archiveById } from '@/lib/applications/queries/archives';
import { currentViewer } from '@/lib/auth/session';
import { missing, storedOf } from '@/lib/download';

type Context = { params: Promise<{ slug: string; id: string }> };

/** The bytes of an archive that is ready. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, id } = await params;
  const archive = await archiveById(await currentViewer(), slug, id);
  if (!archive?.storageKey) return missing();
  const day = archive.createdAt.toISOString().slice(0, 10);
  const { storageKey, size } = archive;
  return storedOf({ storageKey, size, name: `${slug}-${day}.zip`, contentType: 'application/zip' });
}
