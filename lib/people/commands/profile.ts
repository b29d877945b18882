import type { z } from 'zod';
import { transaction } from '@/lib/db';
import { cleanName, nameKeys } from '@/lib/people/names';
import type { PreferencesForm, ProfileForm } from '@/lib/people/schema';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Saves one's own page and who may see it. A former name stays known for matching. */
export async function updateProfile(
  viewer: Viewer,
  form: ProfileForm,
): Promise<Result<{ slug: string }, 'signed_out'>> {
  if (viewer.kind !== 'person') return refuse('signed_out');
  return transaction(async (tx) => {
    const before = await tx.person.findUniqueOrThrow({
      where: { id: viewer.id },
      select: { name: true, aliases: true, visibility: true },
    });
    const name = cleanName(form.name);
    const aliases = before.name === name ? before.aliases : [...new Set([...before.aliases, before.name])];
    const { slug } = await tx.person.update({
      where: { id: viewer.id },
      data: { ...form, name, aliases, nameKeys: nameKeys(name, aliases) },
      select: { slug: true },
    });
    const data = { visibility: { from: before.visibility, to: form.visibility } };
    await record(tx, viewer, 'person.updated', { kind: 'person', id: viewer.id }, data);
    return ok({ slug });
  });
}

/** Language and theme, on every device. */
export async function updatePreferences(
  viewer: Viewer,
  form: z.output<typeof PreferencesForm>,
): Promise<Result<null, 'signed_out'>> {
  if (viewer.kind !== 'person') return refuse('signed_out');
  return transaction(async (tx) => {
    await tx.person.update({ where: { id: viewer.id }, data: form });
    await record(tx, viewer, 'person.preferences', { kind: 'person', id: viewer.id }, form);
    return ok(null);
  });
}
