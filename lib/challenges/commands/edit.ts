import { mayManageChallenges } from '@/lib/challenges/policy';
import type { ChallengeForm } from '@/lib/challenges/schema';
import { transaction } from '@/lib/db';
import { nameKeys } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/**
 * Saves a challenge's page. Conditional on the version that was read: a lost race is refused and what was typed stays in
 * the form. A new title keeps the old one as an alias, and the address never changes.
 */
export async function updateChallenge(
  viewer: Viewer,
  form: ChallengeForm,
): Promise<Result<{ slug: string }, 'not_found' | 'changed'>> {
  return transaction(async (tx) => {
    const before = await tx.challenge.findUnique({
      where: { id: form.id },
      select: { slug: true, cohortId: true, title: true, aliases: true, published: true },
    });
    if (!before || !mayManageChallenges(viewer, before.cohortId)) return refuse('not_found');
    const { id, version, hostId, backerId, durationMonths, ...fields } = form;
    const renamed = before.title !== form.title;
    const aliases = renamed ? [...new Set([...before.aliases, before.title])] : before.aliases;
    const saved = await tx.challenge.updateMany({
      where: { id, version },
      data: {
        ...fields,
        aliases,
        nameKeys: nameKeys(form.title, aliases),
        hostId: hostId ?? null,
        backerId: backerId && backerId !== hostId ? backerId : null,
        durationMonths: durationMonths ?? null,
        version: { increment: 1 },
      },
    });
    if (saved.count === 0) return refuse('changed');
    const subject = { kind: 'challenge', id };
    const act = before.published === form.published ? 'updated' : form.published ? 'published' : 'unpublished';
    await record(tx, viewer, `challenge.${act}`, subject, { version: version + 1, renamed });
    return ok({ slug: before.slug });
  });
}
