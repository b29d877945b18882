'use server';

import { formAction } from '@/lib/auth/action';
import { reopenIssue, resolveIssue } from '@/lib/exchange/commands/resolve-issue';
import { applyUpload } from '@/lib/exchange/commands/uploads';
import { IssueRef, Resolution, RunRef } from '@/lib/exchange/schema';
import type { FormState } from '@/lib/form';

const apply = formAction({
  schema: RunRef,
  words: 'exchange',
  done: 'exchange.run.done',
  run: (viewer, value, { clock }) => applyUpload(viewer, value.runId, clock),
  to: (_, value) => `/admin/imports/${value.runId}`,
});
export async function applyImportAction(previous: FormState, data: FormData) {
  return apply(previous, data);
}

const resolve = formAction({
  schema: Resolution,
  words: 'exchange',
  done: 'exchange.issue.kept',
  run: (viewer, value) => resolveIssue(viewer, value),
  to: (_, value) => `/admin/imports/issues/${value.issueId}`,
});
export async function resolveIssueAction(previous: FormState, data: FormData) {
  return resolve(previous, data);
}

const reopen = formAction({
  schema: IssueRef,
  words: 'exchange',
  done: 'exchange.issue.reopened',
  run: (viewer, value) => reopenIssue(viewer, value.issueId),
  to: (_, value) => `/admin/imports/issues/${value.issueId}`,
});
export async function reopenIssueAction(previous: FormState, data: FormData) {
  return reopen(previous, data);
}
