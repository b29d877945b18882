'use server';

import { discardMailing, rewriteMailing, sendMailing, writeMailing } from '@/lib/applications/commands/mailing';
import { MailingChange, MailingRef, MailingSend, NewMailing } from '@/lib/applications/mailing';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';

const page = ({ slug, id }: { slug: string; id: string }) => `/admin/calls/${slug}/mailings/${id}`;

const write = formAction({
  schema: NewMailing,
  words: 'mailing',
  run: (viewer, value) => writeMailing(viewer, value),
  to: page,
});
export async function writeMailingAction(previous: FormState, data: FormData) {
  return write(previous, data);
}

const rewrite = formAction({
  schema: MailingChange,
  words: 'mailing',
  run: (viewer, value) => rewriteMailing(viewer, value),
  to: page,
  done: 'mailing.done.rewritten',
});
export async function rewriteMailingAction(previous: FormState, data: FormData) {
  return rewrite(previous, data);
}

const discard = formAction({
  schema: MailingRef,
  words: 'mailing',
  run: (viewer, value) => discardMailing(viewer, value),
  to: ({ slug }) => `/admin/calls/${slug}/mails`,
  done: 'mailing.done.discarded',
});
export async function discardMailingAction(previous: FormState, data: FormData) {
  return discard(previous, data);
}

const send = formAction({
  schema: MailingSend,
  words: 'mailing',
  run: (viewer, value, { clock }) => sendMailing(viewer, value, clock),
  to: page,
  done: 'mailing.done.sent',
});
export async function sendMailingAction(previous: FormState, data: FormData) {
  return send(previous, data);
}
