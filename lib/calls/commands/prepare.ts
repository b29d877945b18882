import type { z } from 'zod';
import { checkDates, instantOf } from '@/lib/calls/calendar';
import { formProblems } from '@/lib/calls/coherence';
import { moment } from '@/lib/calls/emails';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import { callsManagedBy, callsVisibleTo, managesCalls } from '@/lib/calls/policy';
import type { CallInput, CallUpdate, NewCall } from '@/lib/calls/schema';
import { formTemplate, TEMPLATES, type TemplateName } from '@/lib/calls/templates';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { freeSlug } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

const dates = (input: Pick<CallInput, 'opens' | 'closes' | 'timeZone'>) => ({
  opensAt: instantOf(input.opens, input.timeZone),
  closesAt: instantOf(input.closes, input.timeZone),
  timeZone: input.timeZone,
});

/** Dates the wrong way round: the year that was meant when only the year is wrong, a usual closing otherwise. */
async function inverted(viewer: Viewer, input: Pick<CallInput, 'opens' | 'closes' | 'timeZone'>) {
  const { opensAt, closesAt } = dates(input);
  if (closesAt > opensAt) return null;
  const [found] = checkDates(input, opensAt, []);
  const better = found?.proposal ?? input.opens;
  const locale = viewer.kind === 'person' ? viewer.locale : 'fr';
  return refuse(found?.reason === 'wrong_year' ? 'wrong_year' : 'inverted', {
    proposal: await moment(instantOf(better, input.timeZone), locale, input.timeZone),
    better,
  });
}

/** Opens the file of a new call, unseen until published, with its form's first version. */
export async function createCall(
  viewer: Viewer,
  input: z.output<typeof NewCall>,
): Promise<Result<{ id: string; slug: string }, 'not_allowed' | 'inverted' | 'wrong_year' | 'unknown_form'>> {
  if (!managesCalls(viewer, input.cohortId)) return refuse('not_allowed');
  const when = dates(input);
  const wrong = await inverted(viewer, input);
  if (wrong) return wrong;
  return transaction(async (tx) => {
    const definition = await startingForm(tx, viewer, input.form);
    if (!definition) return refuse('unknown_form');
    const cohort = await tx.cohort.findUnique({ where: { id: input.cohortId }, select: { number: true } });
    if (!cohort) return refuse('not_allowed');
    const slug = await freeSlug(
      input.title,
      async (candidate) => (await tx.call.count({ where: { slug: candidate } })) > 0,
    );
    const { title, summary, body, kind, cohortId, graceSeconds, contactEmail } = input;
    const call = await tx.call.create({
      data: {
        slug,
        cohortId,
        kind,
        title,
        summary,
        body,
        graceSeconds,
        contactEmail,
        ...when,
        forms: { create: { number: 1, definition } },
      },
      select: { id: true, slug: true },
    });
    await record(tx, viewer, 'call.created', { kind: 'call', id: call.id }, { cohort: cohortId, form: input.form });
    return ok(call);
  });
}

async function startingForm(tx: Tx, viewer: Viewer, source: string): Promise<FormDefinition | null> {
  if ((TEMPLATES as readonly string[]).includes(source)) return formTemplate(source as TemplateName);
  const version = await tx.formVersion.findFirst({
    where: { call: { AND: [{ id: source.replace('call:', '') }, callsVisibleTo(viewer)] }, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
    select: { definition: true },
  });
  return version && formDefinition.parse(version.definition);
}

/** Changes what a call says. Once it is published its closing moves by `changeDeadline` only. */
export async function updateCall(
  viewer: Viewer,
  input: z.output<typeof CallUpdate>,
): Promise<
  Result<{ slug: string }, 'not_found' | 'changed_meanwhile' | 'inverted' | 'wrong_year' | 'published_dates'>
> {
  const when = dates(input);
  const wrong = await inverted(viewer, input);
  if (wrong) return wrong;
  return transaction(async (tx) => {
    const call = await tx.call.findFirst({
      where: { AND: [{ id: input.callId }, callsManagedBy(viewer)] },
      select: { slug: true, publishedAt: true, closesAt: true },
    });
    if (!call) return refuse('not_found');
    if (call.publishedAt && call.closesAt.getTime() !== when.closesAt.getTime()) return refuse('published_dates');
    const { title, summary, body, graceSeconds, contactEmail } = input;
    const { count } = await tx.call.updateMany({
      where: { id: input.callId, version: input.version },
      data: { title, summary, body, graceSeconds, contactEmail, ...when, version: { increment: 1 } },
    });
    if (count === 0) return refuse('changed_meanwhile');
    await record(tx, viewer, 'call.updated', { kind: 'call', id: input.callId });
    return ok({ slug: call.slug });
  });
}

/** Shows the call to everyone, and freezes the form's first version. */
export async function publishCall(
  viewer: Viewer,
  { callId }: { callId: string },
  clock: Clock,
): Promise<
  Result<{ slug: string }, 'not_found' | 'already_published' | 'changed_meanwhile' | 'form_problems' | 'past'>
> {
  const now = clock();
  return transaction(async (tx) => {
    const call = await tx.call.findFirst({
      where: { AND: [{ id: callId }, callsManagedBy(viewer)] },
      select: {
        slug: true,
        publishedAt: true,
        closesAt: true,
        forms: { orderBy: { number: 'desc' }, take: 1, select: { id: true, definition: true, updatedAt: true } },
      },
    });
    const form = call?.forms[0];
    if (!call || !form) return refuse('not_found');
    if (call.closesAt <= now) return refuse('past');
    const problems = formProblems(formDefinition.parse(form.definition), { publishing: true });
    if (problems.length > 0) return refuse('form_problems', { count: problems.length });
    // What was checked is what is published: an edit that came in between asks for another look.
    const frozen = await tx.formVersion.updateMany({
      where: { id: form.id, updatedAt: form.updatedAt, publishedAt: null },
      data: { publishedAt: now },
    });
    if (frozen.count === 0) return refuse(call.publishedAt ? 'already_published' : 'changed_meanwhile');
    const { count } = await tx.call.updateMany({
      where: { id: callId, publishedAt: null },
      data: { publishedAt: now, version: { increment: 1 } },
    });
    if (count === 0) return refuse('already_published');
    await record(tx, viewer, 'call.published', { kind: 'call', id: callId }, { form: form.id });
    return ok({ slug: call.slug });
  });
}
