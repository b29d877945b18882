import { createHash } from 'node:crypto';
import { READABLE_BY_OTHERS } from '@/lib/calls/scan';
import { fromDay, toDay } from '@/lib/dates';
import { rows } from '@/lib/db';
import { readLibraryFile, searchTextOf, writeLibraryFile } from '@/lib/support/library';
import { type LibraryLine, type LibrarySources, readLibraryZip } from '@/lib/support/library-zip';
import { mayPublishResource } from '@/lib/support/policy';
import type { ResourceForm } from '@/lib/support/schema';
import type { Viewer } from '@/lib/viewer';
import { withStoredCopy } from '@/lib/zip';

/** Every published resource as a file, and what is attached to it; null for those who do not publish. */
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

/** The files of published resources, as the archive names them. */
export async function libraryAttachments(viewer: Viewer): Promise<{ name: string; storageKey: string }[]> {
  if (!mayPublishResource(viewer)) return [];
  return rows(
    `SELECT r.slug || '/' || f.name AS name, f.storage_key AS "storageKey" FROM stored_file f JOIN resource r ON r.id::text = f.owner_id
     WHERE f.owner_kind = 'resource' AND r.published_at IS NOT NULL AND f.scan::text = ANY($1) ORDER BY r.slug, f.created_at`,
    [READABLE_BY_OTHERS],
  );
}

const columnsOf = (form: ResourceForm) => {
  const { reviewOn, ...rest } = form;
  return { ...rest, searchText: searchTextOf(form), reviewOn: reviewOn ? fromDay(reviewOn) : null };
};
export type Planned = {
  slug: string;
  form: ResourceForm;
  data: ReturnType<typeof columnsOf>;
  known: { id: string; version: number; changed: string[] } | null;
};
type PlannedFile = LibrarySources['attachments'][number] & { line: LibraryLine };
export type LibraryPlan = { resources: Planned[]; attachments: PlannedFile[]; lines: LibraryLine[] };

type Known = { id: string; version: number; slug: string; sums: string[] } & Record<string, unknown>;

/** What bringing these files in would do to the library as it is. Writes nothing. */
export async function planLibrary(
  viewer: Viewer,
  { files, attachments }: LibrarySources,
  read: (text: string) => Promise<Known[]> = rows,
): Promise<LibraryPlan> {
  const plan: LibraryPlan = { resources: [], attachments: [], lines: [] };
  if (!mayPublishResource(viewer)) return plan;
  const known = await read(
    `SELECT r.id, r.version, r.slug, r.title, r.summary, r.kind, r.locale, r.phases, r.families, r.roles, r.body, r.search_text AS "searchText",
       r.review_on AS "reviewOn", ARRAY(SELECT f.sha256 || f.name FROM stored_file f WHERE f.owner_kind = 'resource' AND f.owner_id = r.id::text) AS sums
     FROM resource r`,
  );
  const bySlug = new Map(known.map((one) => [one.slug, one]));
  for (const { name, text } of files) {
    const page = readLibraryFile(name, text);
    const twice = page.ok && plan.resources.some((one) => one.slug === page.value.slug);
    if (!page.ok || twice) {
      const detail = page.ok ? ['twice'] : [page.error.reason, page.error.field ?? ''].filter(Boolean);
      plan.lines.push({ file: name, title: '', act: 'unreadable', detail });
      continue;
    }
    const { slug, form } = page.value;
    const data = columnsOf(form);
    const row = bySlug.get(slug);
    const changed = row ? Object.entries(data).flatMap(([key, value]) => (same(row[key], value) ? [] : [key])) : [];
    const shown = changed.filter((key) => key !== 'searchText');
    const act = row ? (changed.length > 0 ? 'updated' : 'unchanged') : 'created';
    plan.resources.push({ slug, form, data, known: row ? { id: row.id, version: row.version, changed } : null });
    plan.lines.push({ file: name, title: form.title, act, detail: shown });
  }
  for (const file of attachments) {
    const row = bySlug.get(file.slug);
    const there = row?.sums.includes(createHash('sha256').update(file.bytes).digest('hex') + file.name);
    const belongs = row || plan.resources.some((one) => one.slug === file.slug);
    const act = there ? 'unchanged' : belongs ? 'attached' : 'left';
    const line: LibraryLine = { file: `${file.slug}/${file.name}`, title: '', act, detail: [] };
    plan.attachments.push({ ...file, line });
    plan.lines.push(line);
  }
  return plan;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An archive that waits to be applied, to those who publish. */
export async function storedImport(
  viewer: Viewer,
  fileId: string,
): Promise<{ storageKey: string; name: string } | null> {
  if (!mayPublishResource(viewer) || !/^[0-9a-f-]{36}$/i.test(fileId)) return null;
  const [row] = await rows<{ storageKey: string; name: string }>(
    `SELECT storage_key AS "storageKey", name FROM stored_file WHERE id = $1 AND owner_kind = 'library_import' AND scan <> 'infected'`,
    [fileId],
  );
  return row ?? null;
}

/** The dry run of an archive: line by line, what applying it would do now. */
export async function dryRun(viewer: Viewer, fileId: string): Promise<{ name: string; lines: LibraryLine[] } | null> {
  const stored = await storedImport(viewer, fileId);
  if (!stored) return null;
  const read = await withStoredCopy(stored.storageKey, readLibraryZip);
  if (!read.ok) return null;
  return { name: stored.name, lines: (await planLibrary(viewer, read.value)).lines };
}
