import { record } from '@/lib/record';
import { viewerOf } from '@/prisma/factories/people';
import { addApplication } from '@/prisma/seed/calls';
import { addPerson, day, idOf, type Seed } from '@/prisma/seed/context';
import { PAST } from '@/prisma/seed/projects';

/**
 * A project that comes back: a file of this year's call takes up a challenge of an earlier cohort, in words of its own
 * for the rest. Examined by the coach, a former fellow invited to this call.
 */
export async function seedReturning(seed: Seed): Promise<void> {
  const { tx } = seed;
  const call = await tx.call.findUniqueOrThrow({ where: { slug: 'appel-a-projets-8' }, select: { id: true } });
  const form = await tx.formVersion.findFirstOrThrow({ where: { callId: call.id }, select: { id: true } });
  const before = PAST['4']?.find(({ title }) => title === 'Atlas Culture');
  if (!before) throw new Error('the demo has lost the challenge that comes back');
  const id = await addApplication(
    seed,
    { callId: call.id, formVersionId: form.id },
    {
      project: {
        ...before,
        title: 'Atlas Culture 2',
        problem: 'Les chiffres sont réunis à l’échelle du pays, et restent dispersés dans les territoires ruraux.',
      },
      state: 'submitted',
      owner: await addPerson(seed, { organisation: before.host }),
      at: day(seed, -2, 16),
      reference: 'P8-0030',
    },
  );
  const [coach, by] = [idOf(seed.people, 'coach'), idOf(seed.people, 'coordinator')];
  await tx.callInstructor.create({
    data: { callId: call.id, personId: coach, byId: by, createdAt: day(seed, -6, 9) },
  });
  await tx.application.update({ where: { id }, data: { instructorId: coach } });
  const viewer = viewerOf(await tx.person.findUniqueOrThrow({ where: { id: by } }));
  await record(tx, viewer, 'call.instructor_invited', { kind: 'call', id: call.id }, { person: coach });
  await record(tx, viewer, 'application.entrusted', { kind: 'application', id }, { to: coach });
}
