'use server';

import { inviteMember, removeMember } from '@/lib/applications/commands/members';
import { startApplication } from '@/lib/applications/commands/start';
import { submitApplication } from '@/lib/applications/commands/submit';
import { discardDraft, withdrawApplication } from '@/lib/applications/commands/withdraw';
import {
  ApplicationReference,
  Invitation,
  MemberReference,
  StartApplication,
  SubmitApplication,
} from '@/lib/applications/schema';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';

const start = formAction({
  schema: StartApplication,
  words: 'applications',
  run: (viewer, value, { clock }) => startApplication(viewer, value, clock),
  to: ({ id }) => `/my-applications/${id}`,
});
export async function startApplicationAction(previous: FormState, data: FormData) {
  return start(previous, data);
}

const submit = formAction({
  schema: SubmitApplication,
  words: 'applications',
  run: (viewer, value, { clock }) => submitApplication(viewer, value, clock()),
  to: (_, { applicationId }) => `/my-applications/${applicationId}/receipt`,
});
export async function submitApplicationAction(previous: FormState, data: FormData) {
  return submit(previous, data);
}

const withdraw = formAction({
  schema: ApplicationReference,
  words: 'applications',
  run: (viewer, value, { clock }) => withdrawApplication(viewer, value, clock),
  to: ({ id }) => `/my-applications/${id}`,
  done: 'applications.done.withdrawn',
});
export async function withdrawApplicationAction(previous: FormState, data: FormData) {
  return withdraw(previous, data);
}

const discard = formAction({
  schema: ApplicationReference,
  words: 'applications',
  run: (viewer, value) => discardDraft(viewer, value),
  to: () => '/my-applications',
  done: 'applications.done.discarded',
});
export async function discardDraftAction(previous: FormState, data: FormData) {
  return discard(previous, data);
}

const invite = formAction({
  schema: Invitation,
  words: 'applications',
  fields: { yourself: 'email' },
  run: (viewer, value) => inviteMember(viewer, value),
  to: ({ id }) => `/my-applications/${id}/members`,
  done: 'applications.done.invited',
});
export async function inviteMemberAction(previous: FormState, data: FormData) {
  return invite(previous, data);
}

const remove = formAction({
  schema: MemberReference,
  words: 'applications',
  run: (viewer, value) => removeMember(viewer, value),
  to: ({ id }) => `/my-applications/${id}/members`,
  done: 'applications.done.memberRemoved',
});
export async function removeMemberAction(previous: FormState, data: FormData) {
  return remove(previous, data);
}
