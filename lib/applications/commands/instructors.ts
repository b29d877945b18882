import { instructorMail } from '@/lib/applications/emails';
import { managesCalls } from '@/lib/calls/policy';
import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { knownPerson } from '@/lib/people/known';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Where = { slug: string };

/** Invites somebody to examine files of one call: those that will be entrusted to them. Invited again, the role opens again. */
export async function inviteInstructor(
  viewer: Viewer,
  { callId, email, name }: { callId: string; email: string; name: string },
  clock: Clock,
): Promise<Result<Where, 'not_found' | 'already_invited' | 'closed_account'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({
      where: { id: callId },
      select: { slug: true, title: true, cohortId: true },
    });
    if (!call || !managesCalls(viewer, call.cohortId)) return refuse('not_found');
    const { id: personId } = await knownPerson(tx, { email, name });
    const select = { email: true, locale: true, disabledAt: true } as const;
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select });
    if (person.disabledAt || !person.email) return refuse('closed_account');
    const before = await tx.callInstructor.findUnique({ where: { callId_personId: { callId, personId } } });
    if (before && !before.endedAt) return refuse('already_invited');
    const given = { byId: viewer.id, createdAt: clock(), endedAt: null };
    const { id } = await tx.callInstructor.upsert({
      where: { callId_personId: { callId, personId } },
      create: { callId, personId, ...given },
      update: given,
    });
    const to = { email: person.email, locale: person.locale };
    await enqueue(tx, await instructorMail(to, { id, at: clock(), call: call.title, by: viewer.name }));
    await record(tx, viewer, 'call.instructor_invited', { kind: 'call', id: callId }, { person: personId });
    return ok({ slug: call.slug });
  });
}

/** Ends the invitation: the files entrusted to them wait for somebody else, what they wrote and decided stays. */
export async function endInstructor(
  viewer: Viewer,
  { instructorId }: { instructorId: string },
  clock: Clock,
): Promise<Result<Where & { files: number }, 'not_found'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const role = await tx.callInstructor.findFirst({
      where: { id: instructorId, endedAt: null },
      select: { callId: true, personId: true, call: { select: { slug: true, cohortId: true } } },
    });
    if (!role || !managesCalls(viewer, role.call.cohortId)) return refuse('not_found');
    const { callId, personId } = role;
    const { count } = await tx.callInstructor.updateMany({
      where: { id: instructorId, endedAt: null },
      data: { endedAt: clock() },
    });
    if (count === 0) return refuse('not_found');
    const left = { callId, instructorId: personId };
    const files = await tx.application.findMany({ where: left, select: { id: true } });
    await tx.application.updateMany({ where: left, data: { instructorId: null } });
    await tx.reading.deleteMany({ where: { readerId: personId, sentAt: null, application: { callId } } });
    for (const { id } of files)
      await record(tx, viewer, 'application.entrusted', { kind: 'application', id }, { to: null });
    await record(tx, viewer, 'call.instructor_ended', { kind: 'call', id: callId }, { person: personId });
    return ok({ slug: role.call.slug, files: files.length });
  });
}
