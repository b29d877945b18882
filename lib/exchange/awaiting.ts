import type { Clock } from '@/lib/clock';
import { rows } from '@/lib/db';
import { mayImport } from '@/lib/exchange/policy';
import type { Awaiting } from '@/lib/today';
import type { Viewer } from '@/lib/viewer';

/** Questions that imports asked and that nobody answered: the coordination's. */
export async function awaitingImports(viewer: Viewer, _clock: Clock): Promise<Awaiting[]> {
  if (!mayImport(viewer)) return [];
  const [issues] = await rows<{ count: number }>(
    'SELECT count(*)::int AS count FROM import_issue i WHERE NOT EXISTS (SELECT 1 FROM import_choice c WHERE c.fingerprint = i.fingerprint)',
  );
  if (!issues?.count) return [];
  const values = { count: issues.count };
  return [{ id: 'imports', words: 'resolveIssues', values, href: '/admin/imports/issues', due: null }];
}
