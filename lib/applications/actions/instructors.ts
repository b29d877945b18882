'use server';

import { z } from 'zod';
import { endInstructor, inviteInstructor } from '@/lib/applications/commands/instructors';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { Email } from '@/lib/people/email';

const page = ({ slug }: { slug: string }) => `/admin/calls/${slug}/instructors`;

const invite = formAction({
  schema: z.object({ callId: z.uuid(), email: Email, name: z.string().trim().max(120).default('') }),
  words: 'instructors',
  fields: { already_invited: 'email', closed_account: 'email' },
  run: (viewer, value, { clock }) => inviteInstructor(viewer, value, clock),
  to: page,
  done: 'instructors.done.invited',
});
export async function inviteInstructorAction(previous: FormState, data: FormData) {
  return invite(previous, data);
}

const end = formAction({
  schema: z.object({ instructorId: z.uuid() }),
  words: 'instructors',
  run: (viewer, value, { clock }) => endInstructor(viewer, value, clock),
  to: page,
  done: 'instructors.done.ended',
});
export async function endInstructorAction(previous: FormState, data: FormData) {
  return end(previous, data);
}
