import { currentViewer } from '@/lib/auth/session';
import { findOrganisations } from '@/lib/people/queries/organisations';

/** Bodies the programme knows, by name, acronym or SIRET, while somebody types: `[{ id, name, acronym, siret, parent }]`. */
export async function GET(request: Request): Promise<Response> {
  const q = (new URL(request.url).searchParams.get('q') ?? '').replaceAll('\0', '').slice(0, 120);
  const found = await findOrganisations(await currentViewer(), q);
  return Response.json(found, { headers: { 'cache-control': 'private, max-age=60' } });
}
