import type { Answers } from '@/lib/calls/answers';
import type { FormDefinition } from '@/lib/calls/form';
import { formTemplate } from '@/lib/calls/templates';
import type { Prisma, Tx } from '@/lib/db';
import { slugify } from '@/lib/people/names';
import { nextNumber } from '@/prisma/factories/people';
import { makeCohort } from '@/prisma/factories/programme';

type Given = Partial<Prisma.CallUncheckedCreateInput> & { form?: FormDefinition };

/** A published call for projects, open from January to 18 March 2022, with the form of cohort 6. */
export async function makeCall(tx: Tx, { form = formTemplate('cohort6'), ...given }: Given = {}) {
  const title = given.title ?? `Appel à projets ${nextNumber()}`;
  const publishedAt = given.publishedAt === undefined ? new Date('2022-01-20T09:00:00Z') : given.publishedAt;
  const call = await tx.call.create({
    data: {
      title,
      slug: slugify(title),
      opensAt: new Date('2022-01-24T08:00:00Z'),
      closesAt: new Date('2022-03-18T22:59:00Z'),
      contactEmail: 'appel@exemple.invalid',
      ...given,
      publishedAt,
      cohortId: given.cohortId ?? (await makeCohort(tx)).id,
      forms: { create: { number: 1, definition: form as Prisma.InputJsonValue, publishedAt } },
    },
    include: { forms: true },
  });
  return { ...call, form, formVersionId: call.forms[0]?.id ?? '' };
}

/** A draft of that call. */
export async function makeDraft(
  tx: Tx,
  call: { id: string; formVersionId: string },
  ownerId: string,
  answers: Answers = {},
) {
  return tx.application.create({
    data: { callId: call.id, formVersionId: call.formVersionId, ownerId, answers: answers as Prisma.InputJsonValue },
  });
}
