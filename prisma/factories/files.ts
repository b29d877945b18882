import type { Answers } from '@/lib/calls/answers';
import type { FormDefinition } from '@/lib/calls/form';
import type { Prisma, Tx } from '@/lib/db';
import { answersTo } from '@/prisma/factories/applications';
import { faker, nextNumber } from '@/prisma/factories/people';

type Call = { id: string; formVersionId: string; form: FormDefinition; closesAt: Date };
type Given = {
  title?: string;
  reference?: string;
  organisation?: string;
  skills?: string[];
  state?: Prisma.ApplicationUncheckedCreateInput['state'];
  answers?: Answers;
};

/** A file that was sent an hour before the call closed, complete unless answers say otherwise. */
export async function makeSentFile(tx: Tx, call: Call, ownerId: string, given: Given = {}) {
  const title = given.title ?? `Projet ${nextNumber()}`;
  const organisation = given.organisation ?? 'Direction des affaires maritimes';
  const about = {
    title,
    tagline: title,
    problem: 'Un problème',
    town: ['Brest', '29200'] as [string, string],
    organisation,
    skills: given.skills ?? ['dev', 'design'],
  };
  const answers = { ...answersTo(call.form, faker, about), ...given.answers };
  const receivedAt = new Date(call.closesAt.getTime() - 3_600_000);
  const file = await tx.application.create({
    data: {
      callId: call.id,
      formVersionId: call.formVersionId,
      ownerId,
      title,
      organisationName: organisation,
      state: given.state ?? 'submitted',
      reference: given.reference ?? `T-${nextNumber()}`,
      answers: answers as Prisma.InputJsonValue,
      completeness: 100,
      submittedAt: receivedAt,
    },
  });
  await tx.submission.create({
    data: {
      applicationId: file.id,
      number: 1,
      formVersionId: call.formVersionId,
      answers: answers as Prisma.InputJsonValue,
      digest: 'test',
      idempotencyKey: file.id,
      receivedAt,
      byId: ownerId,
    },
  });
  return { ...file, answers };
}
