'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { AnswerForm } from '@/lib/onboarding/answers';
import { renewCalendar } from '@/lib/onboarding/commands/calendar';
import { answerDelegated, delegateItem, revokeDelegation } from '@/lib/onboarding/commands/delegations';
import { removeEvidence } from '@/lib/onboarding/commands/evidence';
import { answerItem, attestItem, blockItem, commentItem, reopenItem } from '@/lib/onboarding/commands/items';
import { moveArrival, startChecklist } from '@/lib/onboarding/commands/lists';
import { Email } from '@/lib/people/email';

const slug = z.string().regex(/^[a-z0-9-]{1,120}$/);
/** Where the item stands, to come back to it: only ever a path of this site. */
const Place = z.object({ id: z.uuid(), challenge: slug, list: slug });
const Versioned = Place.extend({ version: z.coerce.number().int().min(1) });
const itemPath = (place: z.output<typeof Place>) => `/onboarding/${place.challenge}/${place.id}`;
const listPath = (place: z.output<typeof Place>) => `/onboarding/${place.challenge}?list=${place.list}`;

/** A small text file sent instead of pasted (PowerShell writes UTF-16); null when there is none. */
async function uploadedText(data: FormData): Promise<string | null> {
  const file = data.get('upload');
  if (!(file instanceof File) || file.size === 0 || file.size > 64_000) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes).slice(0, 5_000);
}

const answer = formAction({
  schema: Versioned.extend(AnswerForm.shape),
  words: 'onboarding',
  run: async (viewer, value, { clock, data }) =>
    answerItem(viewer, { ...value, answer: (await uploadedText(data)) ?? value.answer }, clock),
  to: (_, value) => listPath(value),
  done: 'onboarding.done.answered',
  fields: {
    answer_too_long: 'answer',
    answer_unknown: 'answer',
    workstation_incomplete: 'workstation.machine',
    network_unreadable: 'answer',
  },
});
export async function answerItemAction(previous: FormState, data: FormData) {
  return answer(previous, data);
}

const reopen = formAction({
  schema: Versioned,
  words: 'onboarding',
  run: (viewer, value, { clock }) => reopenItem(viewer, value, clock),
  to: (_, value) => itemPath(value),
  done: 'onboarding.done.reopened',
});
export async function reopenItemAction(previous: FormState, data: FormData) {
  return reopen(previous, data);
}

const block = formAction({
  schema: Versioned.extend({ reason: z.string().trim().min(1).max(2_000) }),
  words: 'onboarding',
  run: (viewer, value, { clock }) => blockItem(viewer, value, clock),
  to: (_, value) => itemPath(value),
  done: 'onboarding.done.blocked',
});
export async function blockItemAction(previous: FormState, data: FormData) {
  return block(previous, data);
}

const attest = formAction({
  schema: Place,
  words: 'onboarding',
  run: (viewer, value, { clock }) => attestItem(viewer, value, clock),
  to: (_, value) => itemPath(value),
  done: 'onboarding.done.attested',
});
export async function attestItemAction(previous: FormState, data: FormData) {
  return attest(previous, data);
}

const comment = formAction({
  schema: Place.extend({ text: z.string().trim().min(1).max(4_000) }),
  words: 'onboarding',
  run: (viewer, value, { clock }) => commentItem(viewer, value, clock),
  to: (_, value) => `${itemPath(value)}#comments`,
  done: 'onboarding.done.commented',
});
export async function commentItemAction(previous: FormState, data: FormData) {
  return comment(previous, data);
}

const give = formAction({
  schema: z.object({ challengeId: z.uuid(), templateKey: slug }),
  words: 'onboarding',
  run: (viewer, value, { clock }) => startChecklist(viewer, value, clock),
  to: (_, value) => `/admin/onboarding?list=${value.templateKey}`,
  done: 'onboarding.done.given',
});
export async function startChecklistAction(previous: FormState, data: FormData) {
  return give(previous, data);
}

const delegate = formAction({
  schema: Place.extend({
    email: Email,
    name: z.string().trim().max(200).default(''),
    message: z.string().trim().max(2_000).default(''),
    days: z.coerce.number().int().min(1).max(90),
    locale: z.enum(['fr', 'en']).default('fr'),
  }),
  words: 'onboarding',
  run: (viewer, value, { clock }) => delegateItem(viewer, value, clock),
  to: (_, value) => itemPath(value),
  done: 'onboarding.done.delegated',
});
export async function delegateItemAction(previous: FormState, data: FormData) {
  return delegate(previous, data);
}

const revoke = formAction({
  schema: Place.extend({ delegationId: z.uuid() }),
  words: 'onboarding',
  run: (viewer, value, { clock }) => revokeDelegation(viewer, value, clock),
  to: (_, value) => itemPath(value),
  done: 'onboarding.done.revoked',
});
export async function revokeDelegationAction(previous: FormState, data: FormData) {
  return revoke(previous, data);
}

const byLink = formAction({
  schema: z.object({ token: z.string().max(100), version: z.coerce.number().int().min(1) }).extend(AnswerForm.shape),
  words: 'onboarding',
  as: 'anyone',
  run: (viewer, value, { clock, device }) => answerDelegated(viewer, value, device, clock),
  to: (_, value) => `/delegated/${value.token}?sent=1`,
  fields: { answer_too_long: 'answer', answer_unknown: 'answer', network_unreadable: 'answer' },
});
export async function answerDelegatedAction(previous: FormState, data: FormData) {
  return byLink(previous, data);
}

const renew = formAction({
  schema: z.object({}),
  words: 'onboarding',
  run: (viewer, _, { clock }) => renewCalendar(viewer, clock),
  to: () => '/onboarding',
  done: 'onboarding.done.calendar',
});
export async function renewCalendarAction(previous: FormState, data: FormData) {
  return renew(previous, data);
}

const evidence = formAction({
  schema: Place.extend({ fileId: z.uuid() }),
  words: 'onboarding',
  run: (viewer, value) => removeEvidence(viewer, value),
  to: (_, value) => `${itemPath(value)}#evidence`,
  done: 'onboarding.done.evidenceRemoved',
});
export async function removeEvidenceAction(previous: FormState, data: FormData) {
  return evidence(previous, data);
}

const move = formAction({
  schema: z.object({ checklistId: z.uuid(), challenge: slug, list: slug, arrivesOn: z.iso.date() }),
  words: 'onboarding',
  run: (viewer, value) => moveArrival(viewer, value),
  to: (_, { challenge, list }) => `/onboarding/${challenge}?list=${list}`,
  done: 'onboarding.done.moved',
});
export async function moveArrivalAction(previous: FormState, data: FormData) {
  return move(previous, data);
}
