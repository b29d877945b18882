'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import { applyFiles, discardFiles, mapFiles } from '@/lib/exchange/commands/import-files';
import type { FormState } from '@/lib/form';

const Ref = z.object({ slug: z.string().max(120), importId: z.uuid() });
const page = ({ slug, id }: { slug: string; id: string }) => `/admin/calls/${slug}/imports/${id}`;

const map = formAction({
  schema: Ref.extend({ targets: z.array(z.string().max(150).optional().default('')).max(400).default([]) }),
  words: 'intake-import',
  run: (viewer, value) => mapFiles(viewer, value),
  to: (done) => `${page(done)}#report`,
});
export async function mapFilesAction(previous: FormState, data: FormData) {
  return map(previous, data);
}

const apply = formAction({
  schema: Ref,
  words: 'intake-import',
  run: (viewer, value, { clock }) => applyFiles(viewer, value, clock),
  to: page,
  done: 'intake-import.done.applied',
});
export async function applyFilesAction(previous: FormState, data: FormData) {
  return apply(previous, data);
}

const discard = formAction({
  schema: Ref,
  words: 'intake-import',
  run: (viewer, value) => discardFiles(viewer, value),
  to: ({ slug }) => `/admin/calls/${slug}/imports`,
  done: 'intake-import.done.discarded',
});
export async function discardFilesAction(previous: FormState, data: FormData) {
  return discard(previous, data);
}
