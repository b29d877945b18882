import { currentViewer } from '@/lib/auth/session';
import { personalData } from '@/lib/publication/exports';

/** "My data" as a JSON file: complete, and nobody else's. */
export async function GET() {
  const data = await personalData(await currentViewer());
  if (!data) return new Response(null, { status: 404 });
  const text = JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? String(value) : value), 2);
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="mes-donnees.json"',
      'cache-control': 'no-store',
    },
  });
}
