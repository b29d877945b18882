import { createHash } from 'node:crypto';
import { currentViewer } from '@/lib/auth/session';
import { missing } from '@/lib/download';
import { env } from '@/lib/env';
import { DATASETS, datasetOf, packageOf, schemaOf } from '@/lib/publication/open-data';
import { openData } from '@/lib/publication/queries/open-data';

type Props = { params: Promise<{ file: string }> };

/** Open data: `<name>.csv`, its `<name>.schema.json`, and `datapackage.json` for the three with their licence. */
export async function GET(request: Request, { params }: Props) {
  const { file } = await params;
  const [name, kind] = [DATASETS.find((one) => file.startsWith(`${one}.`)), file.slice(file.indexOf('.') + 1)];
  if (file === 'datapackage.json')
    return answer(request, JSON.stringify(packageOf(new URL(env().NEXTAUTH_URL).origin)));
  if (name && kind === 'schema.json') return answer(request, JSON.stringify(schemaOf(datasetOf(name) as never)));
  if (!name || kind !== 'csv') return missing();
  return answer(request, await openData(await currentViewer(), name), 'text/csv; charset=utf-8; header=present');
}

function answer(request: Request, body: string, type = 'application/json; charset=utf-8'): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': type } });
}
