import { toDay } from '@/lib/dates';
import { rows } from '@/lib/db';
import { writeLibraryFile } from '@/lib/support/library';
import { mayPublishResource } from '@/lib/support/policy';
import type { ResourceForm } from '@/lib/support/schema';
import type { Viewer } from '@/lib/viewer';

/** Every published resource as a file; null for those who do not publish. */
export async function libraryFiles(viewer: Viewer): Promise<{ name: string; text: string }[] | null> {
  if (!mayPublishResource(viewer)) return null;
  const found = await rows<Omit<ResourceForm, 'reviewOn'> & { slug: string; reviewOn: Date | null }>(
    `SELECT slug, title, summary, kind, locale, phases, families, roles, body, review_on AS "reviewOn" FROM resource
     WHERE published_at IS NOT NULL ORDER BY slug`,
  );
  return found.map(({ slug, reviewOn, ...form }) => ({
    name: `${slug}.md`,
    text: writeLibraryFile({ ...form, reviewOn: reviewOn ? toDay(reviewOn) : undefined }),
  }));
}
