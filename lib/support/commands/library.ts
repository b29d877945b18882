import type { Clock } from '@/lib/clock';
import { fromDay } from '@/lib/dates';
import { type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { searchTextOf } from '@/lib/support/commands/resources';
import { readLibraryFile, type Unreadable } from '@/lib/support/library';
import { mayPublishResource } from '@/lib/support/policy';
import { personId, type Viewer } from '@/lib/viewer';

export type LibraryReport = { created: number; updated: number; unchanged: number; unreadable: Unreadable[] };

/** Brings a folder of Markdown in: new resources are published, changed ones get a version, the same again changes nothing. */
export async function importLibrary(
  viewer: Viewer,
  files: { name: string; text: string }[],
  clock: Clock,
): Promise<Result<LibraryReport, 'not_allowed'>> {
  if (!mayPublishResource(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => ok(await importFiles(tx, viewer, files, clock())));
}

export async function importFiles(
  tx: Tx,
  viewer: Viewer,
  files: { name: string; text: string }[],
  now: Date,
): Promise<LibraryReport> {
  const report: LibraryReport = { created: 0, updated: 0, unchanged: 0, unreadable: [] };
  const by = personId(viewer);
  for (const { name, text } of files) {
    const read = readLibraryFile(name, text);
    if (!read.ok) {
      report.unreadable.push(read.error);
      continue;
    }
    const { slug, form } = read.value;
    const { reviewOn, ...rest } = form;
    const data = { ...rest, searchText: searchTextOf(form), reviewOn: reviewOn ? fromDay(reviewOn) : null };
    const known = await tx.resource.findUnique({ where: { slug } });
    const said = { title: form.title, summary: form.summary, body: form.body, byId: by, at: now };
    if (!known) {
      const made = await tx.resource.create({
        data: {
          ...data,
          slug,
          proposedBy: by,
          createdAt: now,
          publishedAt: now,
          versions: { create: { number: 1, ...said } },
        },
        select: { id: true },
      });
      await record(tx, viewer, 'resource.imported', { kind: 'resource', id: made.id }, { version: 1 });
      report.created++;
    } else if (Object.entries(data).every(([key, value]) => same(known[key as keyof typeof known], value))) {
      report.unchanged++;
    } else {
      const number = known.version + 1;
      await tx.resource.update({ where: { id: known.id }, data: { ...data, version: number } });
      await tx.resourceVersion.create({ data: { resourceId: known.id, number, ...said } });
      await record(tx, viewer, 'resource.imported', { kind: 'resource', id: known.id }, { version: number });
      report.updated++;
    }
  }
  return report;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
