import { invitationMail } from '@/lib/applications/emails';
import { ownApplications } from '@/lib/applications/policy';
import { mailTexts } from '@/lib/calls/queries/mail-texts';
import { transaction } from '@/lib/db';
import { enqueue } from '@/lib/mailer';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

const MOST_MEMBERS = 20;

/** Invites someone to a file by mail, to read or to write; inviting again changes the right. Owners only. */
export async function inviteMember(
  viewer: Viewer,
  { applicationId, email, right }: { applicationId: string; email: string; right: 'view' | 'edit' },
): Promise<Result<{ id: string }, 'not_found' | 'not_owner' | 'yourself' | 'too_many_members'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const file = await tx.application.findFirst({
      where: { AND: [{ id: applicationId }, ownApplications(viewer)] },
      select: {
        id: true,
        ownerId: true,
        title: true,
        call: { select: { title: true, timeZone: true } },
        members: { where: { email: { not: email } }, select: { id: true } },
      },
    });
    if (!file) return refuse('not_found');
    if (file.ownerId !== viewer.id) return refuse('not_owner');
    if (email === viewer.email) return refuse('yourself');
    if (file.members.length >= MOST_MEMBERS) return refuse('too_many_members');
    const person = await tx.person.findUnique({ where: { email }, select: { id: true, locale: true } });
    const member = await tx.applicationMember.upsert({
      where: { applicationId_email: { applicationId, email } },
      create: { applicationId, email, right, personId: person?.id ?? null },
      update: { right },
      select: { id: true },
    });
    const about = { id: file.id, title: file.title, callTitle: file.call.title, timeZone: file.call.timeZone };
    const to = { email, locale: person?.locale ?? viewer.locale };
    const texts = await mailTexts(tx, { applicationId: file.id });
    await enqueue(tx, await invitationMail(texts, to, about, { id: member.id, right, by: viewer.name }));
    await record(
      tx,
      viewer,
      'application.member_invited',
      { kind: 'application', id: file.id },
      { member: member.id, right },
    );
    return ok({ id: file.id });
  });
}

/** Ends a co-author's access. Owners only; a co-author may leave by themselves. */
export async function removeMember(
  viewer: Viewer,
  { applicationId, memberId }: { applicationId: string; memberId: string },
): Promise<Result<{ id: string }, 'not_found' | 'not_owner'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  return transaction(async (tx) => {
    const member = await tx.applicationMember.findFirst({
      where: { id: memberId, application: { AND: [{ id: applicationId }, ownApplications(viewer)] } },
      select: { id: true, email: true, application: { select: { ownerId: true } } },
    });
    if (!member) return refuse('not_found');
    if (member.application.ownerId !== viewer.id && member.email !== viewer.email) return refuse('not_owner');
    await tx.applicationMember.deleteMany({ where: { id: member.id } });
    await record(
      tx,
      viewer,
      'application.member_removed',
      { kind: 'application', id: applicationId },
      { member: member.id },
    );
    return ok({ id: applicationId });
  });
}
