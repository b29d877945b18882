'use server';

import { randomBytes } from 'node:crypto';

import { revalidatePath } from 'next/cache';
import { inviteMember, removeMember } from '@/lib/applications/commands/members';
import { saveAnswers } from '@/lib/applications/commands/save';
import { startApplication } from '@/lib/applications/commands/start';
import { submitApplication } from '@/lib/applications/commands/submit';
import { acceptTransfer, endTransfer, proposeTransfer } from '@/lib/applications/commands/transfer';
import { discardDraft, restoreApplication, withdrawApplication } from '@/lib/applications/commands/withdraw';
import { myApplication } from '@/lib/applications/queries';
import {
  ApplicationReference,
  Invitation,
  MemberReference,
  SectionForm,
  StartApplication,
  SubmitApplication,
  TransferProposal,
  TransferReference,
} from '@/lib/applications/schema';
import type { SectionState } from '@/lib/applications/section-state';
import { afterSection, sectionChange, signing } from '@/lib/applications/sections';
import { formAction } from '@/lib/auth/action';
import type { Answers } from '@/lib/calls/answers';
import { completenessOf } from '@/lib/calls/completeness';
import type { Conflict } from '@/lib/calls/merge';
import { ATTESTATIONS } from '@/lib/calls/shape';
import type { FormState } from '@/lib/form';
import { ok, refuse } from '@/lib/result';

const newRowKey = () => randomBytes(6).toString('hex');

const start = formAction({
  schema: StartApplication,
  words: 'applications',
  run: (viewer, value, { clock }) => startApplication(viewer, value, clock),
  to: ({ id }) => `/my-applications/${id}`,
});
export async function startApplicationAction(previous: FormState, data: FormData) {
  return start(previous, data);
}

/** Signs the attestations as ticked, then sends: two acts of one button, the second only when the first held. */
const send = formAction({
  schema: SubmitApplication,
  words: 'applications',
  run: async (viewer, value, { clock, data }) => {
    const receivedAt = clock();
    const input = { section: ATTESTATIONS, base: '{}', intent: 'stay', entries: data };
    const signed = await saveAnswers(viewer, value.applicationId, signing(input, newRowKey), receivedAt);
    if (!signed.ok) return signed;
    return submitApplication(viewer, value, receivedAt);
  },
  to: (_, { applicationId }) => `/my-applications/${applicationId}/receipt`,
});
export async function sendFileAction(previous: FormState, data: FormData) {
  return send(previous, data);
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

const restore = formAction({
  schema: ApplicationReference,
  words: 'applications',
  run: (viewer, value, { clock }) => restoreApplication(viewer, value, clock),
  to: ({ id }) => `/my-applications/${id}`,
  done: 'applications.done.restored',
});
export async function restoreApplicationAction(previous: FormState, data: FormData) {
  return restore(previous, data);
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

const transfer = formAction({
  schema: TransferProposal,
  words: 'applications',
  fields: { yourself: 'email' },
  run: (viewer, value) => proposeTransfer(viewer, value),
  to: ({ id }) => `/my-applications/${id}/members`,
  done: 'applications.done.transferProposed',
});
export async function proposeTransferAction(previous: FormState, data: FormData) {
  return transfer(previous, data);
}

const accept = formAction({
  schema: TransferReference,
  words: 'applications',
  run: (viewer, value, { clock }) => acceptTransfer(viewer, value, clock),
  to: ({ id }) => `/my-applications/${id}`,
  done: 'applications.done.transferAccepted',
});
export async function acceptTransferAction(previous: FormState, data: FormData) {
  return accept(previous, data);
}

const end = formAction({
  schema: TransferReference,
  words: 'applications',
  run: (viewer, value, { clock }) => endTransfer(viewer, value, clock),
  to: ({ id, mine }) => (mine ? `/my-applications/${id}/members` : '/my-applications'),
  done: 'applications.done.transferEnded',
});
export async function endTransferAction(previous: FormState, data: FormData) {
  return end(previous, data);
}

/** Posts a section. In conflict with someone's later writing, the state carries both texts and the base to post again from. */
export async function saveSectionAction(previous: SectionState, data: FormData): Promise<SectionState> {
  let conflicts: Conflict[] = [];
  let base: Answers = {};
  const save = formAction({
    schema: SectionForm,
    words: 'applications',
    run: async (viewer, value, { clock, locale, data: posted }) => {
      const input = { section: value.section, base: value._base, intent: value.intent, entries: posted };
      const saved = await saveAnswers(viewer, value.applicationId, sectionChange(input, newRowKey), clock());
      if (!saved.ok) return saved;
      ({ conflicts, answers: base } = saved.value);
      if (conflicts.length > 0) return refuse('conflict');
      const file = await myApplication(viewer, value.applicationId);
      if (!file) return refuse('not_found');
      const { sections, errors } = completenessOf(file.form.definition, file.answers);
      // A browser that is sent to the page where it already is would not ask for it again.
      revalidatePath(`/${locale}/my-applications/${value.applicationId}`, 'layout');
      return ok(
        afterSection(
          value.intent,
          value.section,
          sections.map((one) => one.id),
          errors,
        ),
      );
    },
    to: (path, value) => `/my-applications/${value.applicationId}${path}`,
  });
  const state = await save(previous, data);
  // Both texts say it themselves: no second summary above them.
  return conflicts.length > 0 ? { ...state, formErrors: [], conflicts, base } : state;
}
