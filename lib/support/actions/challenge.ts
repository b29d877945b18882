'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { addContact, meetContact, retireContact, takeContact } from '@/lib/support/commands/contacts';
import { addDataset, addOpenWork, describeDataset, moveDataset, removeOpenWork } from '@/lib/support/commands/datasets';
import { answerIntroduction, askIntroduction } from '@/lib/support/commands/introductions';
import { ContactForm, DatasetForm, DatasetMove, IntroductionForm, OpenWorkForm, Slug } from '@/lib/support/schema';

const Challenge = z.object({ challenge: Slug });
const Known = Challenge.extend({ contactId: z.uuid() });
const contacts = ({ challenge }: { challenge: string }) => `/onboarding/${challenge}/contacts`;
const data = ({ challenge }: { challenge: string }) => `/onboarding/${challenge}/data`;

const add = formAction({
  schema: Challenge.extend(ContactForm.shape),
  words: 'support',
  run: (viewer, value, { clock }) => addContact(viewer, value, clock),
  to: contacts,
  done: 'support.done.contactAdded',
});
export async function addContactAction(previous: FormState, form: FormData) {
  return add(previous, form);
}

const take = formAction({
  schema: Known,
  words: 'support',
  run: (viewer, value) => takeContact(viewer, value),
  to: contacts,
  done: 'support.done.contactAdded',
});
export async function takeContactAction(previous: FormState, form: FormData) {
  return take(previous, form);
}

const meet = formAction({
  schema: Known.extend({ metOn: z.preprocess((value) => (value === '' ? undefined : value), z.iso.date().optional()) }),
  words: 'support',
  run: (viewer, value) => meetContact(viewer, value),
  to: contacts,
  done: 'support.done.contactMet',
});
export async function meetContactAction(previous: FormState, form: FormData) {
  return meet(previous, form);
}

const retire = formAction({
  schema: Known,
  words: 'support',
  run: (viewer, value, { clock }) => retireContact(viewer, value, clock),
  to: contacts,
  done: 'support.done.contactLeft',
});
export async function retireContactAction(previous: FormState, form: FormData) {
  return retire(previous, form);
}

const dataset = formAction({
  schema: Challenge.extend(DatasetForm.shape),
  words: 'support',
  run: (viewer, value, { clock }) => addDataset(viewer, value, clock),
  to: data,
  done: 'support.done.datasetAdded',
});
export async function addDatasetAction(previous: FormState, form: FormData) {
  return dataset(previous, form);
}

const move = formAction({
  schema: DatasetMove.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  words: 'support',
  run: (viewer, value, { clock }) => moveDataset(viewer, value, clock),
  to: data,
  done: 'support.done.datasetMoved',
  fields: { opened_needs_address: 'openedUrl', licence_unknown: 'licence', wrong_move: 'state' },
});
export async function moveDatasetAction(previous: FormState, form: FormData) {
  return move(previous, form);
}

const work = formAction({
  schema: Challenge.extend(OpenWorkForm.shape),
  words: 'support',
  run: (viewer, value, { clock }) => addOpenWork(viewer, value, clock),
  to: data,
  done: 'support.done.workAdded',
  fields: { address_private: 'url', address_incomplete: 'url', already_there: 'url', licence_unknown: 'licence' },
});
export async function addOpenWorkAction(previous: FormState, form: FormData) {
  return work(previous, form);
}

const ask = formAction({
  schema: IntroductionForm,
  words: 'support',
  run: (viewer, value, { clock }) => askIntroduction(viewer, value, clock),
  to: () => '/introductions',
  done: 'support.done.asked',
});
export async function askIntroductionAction(previous: FormState, form: FormData) {
  return ask(previous, form);
}

const answer = formAction({
  schema: z.object({ id: z.uuid(), agreed: z.enum(['yes', 'no']) }),
  words: 'support',
  run: (viewer, value, { clock }) =>
    answerIntroduction(viewer, { id: value.id, agreed: value.agreed === 'yes' }, clock),
  to: () => '/introductions',
  done: 'support.done.answered',
});
export async function answerIntroductionAction(previous: FormState, form: FormData) {
  return answer(previous, form);
}

const correct = formAction({
  schema: DatasetForm.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  words: 'support',
  run: (viewer, value) => describeDataset(viewer, value),
  to: data,
  done: 'support.done.datasetDescribed',
});
export async function describeDatasetAction(previous: FormState, form: FormData) {
  return correct(previous, form);
}

const unpublish = formAction({
  schema: Challenge.extend({ workId: z.uuid() }),
  words: 'support',
  run: (viewer, value) => removeOpenWork(viewer, value),
  to: data,
  done: 'support.done.workRemoved',
});
export async function removeOpenWorkAction(previous: FormState, form: FormData) {
  return unpublish(previous, form);
}
