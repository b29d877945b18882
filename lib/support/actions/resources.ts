'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { detachFromResource } from '@/lib/support/commands/attachments';
import { applyLibrary } from '@/lib/support/commands/library';
import { editResource, proposeResource, rateResource, shelveResource } from '@/lib/support/commands/resources';
import { ResourceForm, Slug } from '@/lib/support/schema';

const there = ({ slug }: { slug: string }) => `/resources/${slug}`;

const propose = formAction({
  schema: ResourceForm,
  words: 'support',
  run: (viewer, value, { clock }) => proposeResource(viewer, value, clock),
  to: there,
  done: 'support.done.proposed',
});
export async function proposeResourceAction(previous: FormState, data: FormData) {
  return propose(previous, data);
}

const edit = formAction({
  schema: ResourceForm.extend({
    slug: Slug,
    version: z.coerce.number().int().min(1),
    /** Only the team says who follows a resource; « personne » empties it. */
    ownerId: z.union([z.uuid(), z.literal('nobody')]).optional(),
  }),
  words: 'support',
  run: (viewer, value, { clock }) => editResource(viewer, value, clock),
  to: there,
  done: 'support.done.edited',
});
export async function editResourceAction(previous: FormState, data: FormData) {
  return edit(previous, data);
}

const shelve = formAction({
  schema: z.object({ slug: Slug, publish: z.enum(['yes', 'no']) }),
  words: 'support',
  run: (viewer, value, { clock }) =>
    shelveResource(viewer, { slug: value.slug, publish: value.publish === 'yes' }, clock),
  to: there,
  done: 'support.done.shelved',
});
export async function shelveResourceAction(previous: FormState, data: FormData) {
  return shelve(previous, data);
}

const rate = formAction({
  schema: z.object({ slug: Slug, helped: z.enum(['yes', 'no']), comment: z.string().trim().max(1_000).default('') }),
  words: 'support',
  run: (viewer, value, { clock }) => rateResource(viewer, { ...value, helped: value.helped === 'yes' }, clock),
  to: there,
  done: 'support.done.rated',
});
export async function rateResourceAction(previous: FormState, data: FormData) {
  return rate(previous, data);
}

const detach = formAction({
  schema: z.object({ slug: Slug, fileId: z.uuid() }),
  words: 'support',
  run: (viewer, value) => detachFromResource(viewer, value),
  to: ({ slug }) => `/resources/${slug}#files`,
  done: 'support.done.detached',
});
export async function detachAction(previous: FormState, data: FormData) {
  return detach(previous, data);
}

const apply = formAction({
  schema: z.object({ fileId: z.uuid() }),
  words: 'support',
  run: (viewer, value, { clock }) => applyLibrary(viewer, value, clock),
  // Said by the page itself: how many of each.
  to: ({ created, updated, attached, unchanged }) =>
    `/resources/import?applied=${[created, updated, attached, unchanged].join('.')}`,
});
export async function applyLibraryAction(previous: FormState, data: FormData) {
  return apply(previous, data);
}
