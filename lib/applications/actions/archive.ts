'use server';

import { z } from 'zod';
import { askArchive, stopArchive } from '@/lib/applications/commands/archive';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';

const page = ({ slug, id }: { slug: string; id: string }) => `/admin/calls/${slug}/archives/${id}`;
const filters = z
  .string()
  .max(2_000)
  .default('')
  .transform((query) => IntakeFilters.parse(Object.fromEntries(new URLSearchParams(query))));

const ask = formAction({
  schema: z.object({ callId: z.uuid(), filters }),
  words: 'archives',
  run: (viewer, value, { locale }) => askArchive(viewer, { ...value, locale }),
  to: page,
});
export async function askArchiveAction(previous: FormState, data: FormData) {
  return ask(previous, data);
}

const stop = formAction({
  schema: z.object({ archiveId: z.uuid() }),
  words: 'archives',
  run: (viewer, value, { clock }) => stopArchive(viewer, value, clock),
  to: page,
  done: 'archives.done.stopped',
});
export async function stopArchiveAction(previous: FormState, data: FormData) {
  return stop(previous, data);
}
