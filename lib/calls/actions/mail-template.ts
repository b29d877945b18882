'use server';

import { formAction } from '@/lib/auth/action';
import { usualMail, wordMail } from '@/lib/calls/commands/mail-template';
import { MailTemplateInput, MailTemplateRef } from '@/lib/calls/schema';
import type { FormState } from '@/lib/form';

const page = ({ slug, event, locale }: { slug: string; event: string; locale: string }) =>
  `/admin/calls/${slug}/mails/${event}?lang=${locale}`;

const word = formAction({
  schema: MailTemplateInput,
  words: 'mailing',
  fields: {
    unknown_in_subject: 'subject',
    broken_in_subject: 'subject',
    unknown_in_title: 'title',
    broken_in_title: 'title',
    unknown_in_body: 'body',
    broken_in_body: 'body',
  },
  run: (viewer, value) => wordMail(viewer, value),
  to: page,
  done: 'mailing.done.worded',
});
export async function wordMailAction(previous: FormState, data: FormData) {
  return word(previous, data);
}

const reset = formAction({
  schema: MailTemplateRef,
  words: 'mailing',
  run: (viewer, value) => usualMail(viewer, value),
  to: page,
  done: 'mailing.done.usual',
});
export async function usualMailAction(previous: FormState, data: FormData) {
  return reset(previous, data);
}
