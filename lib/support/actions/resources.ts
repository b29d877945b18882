'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
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
  schema: ResourceForm.extend({ slug: Slug, version: z.coerce.number().int().min(1) }),
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
