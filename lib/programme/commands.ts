import { transaction } from '@/lib/db';
import { freeSlug, nameKey } from '@/lib/people/names';
import { mayManageCohort } from '@/lib/programme/policy';
import { type CohortForm, readSettings, settingsOf } from '@/lib/programme/schema';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

const day = (iso?: string): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null);

const fieldsOf = (form: CohortForm) => ({
  number: form.number,
  name: form.name,
  year: form.year ?? (form.startsOn ? Number(form.startsOn.slice(0, 4)) : null),
  startsOn: day(form.startsOn),
  endsOn: day(form.endsOn),
  summary: form.summary,
  published: form.published,
});

/** Opens a cohort with its rules; "7 bis" comes after "7" wherever cohorts are in order. */
export async function createCohort(
  viewer: Viewer,
  form: CohortForm,
): Promise<Result<{ id: string; slug: string }, 'not_allowed' | 'number_taken'>> {
  if (!mayManageCohort(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const cohorts = await tx.cohort.findMany({ select: { number: true, position: true } });
    if (cohorts.some((cohort) => nameKey(cohort.number) === nameKey(form.number))) return refuse('number_taken');
    const slug = await freeSlug(form.name, async (taken) => (await tx.cohort.count({ where: { slug: taken } })) > 0);
    const position = Math.max(0, ...cohorts.map((cohort) => cohort.position)) + 1;
    const made = await tx.cohort.create({
      data: { ...fieldsOf(form), slug, position, colour: position, settings: settingsOf(form) as object },
      select: { id: true, slug: true },
    });
    await record(tx, viewer, 'cohort.created', { kind: 'cohort', id: made.id }, { rule: form.coFundingKind });
    return ok(made);
  });
}

/** Changes a cohort's name, dates and rules; settings this form does not know are kept. */
export async function updateCohort(
  viewer: Viewer,
  id: string,
  form: CohortForm,
): Promise<Result<{ slug: string }, 'not_found' | 'number_taken'>> {
  if (!mayManageCohort(viewer, id)) return refuse('not_found');
  return transaction(async (tx) => {
    const others = await tx.cohort.findMany({ where: { id: { not: id } }, select: { number: true } });
    if (others.some((other) => nameKey(other.number) === nameKey(form.number))) return refuse('number_taken');
    const before = await tx.cohort.findUnique({ where: { id }, select: { slug: true, settings: true } });
    if (!before) return refuse('not_found');
    const kept = before.settings as object;
    await tx.cohort.update({
      where: { id },
      data: { ...fieldsOf(form), settings: { ...kept, ...settingsOf(form) } as object },
    });
    const rule = readSettings(before.settings).coFunding.kind;
    await record(
      tx,
      viewer,
      'cohort.updated',
      { kind: 'cohort', id },
      { rule: { from: rule, to: form.coFundingKind } },
    );
    return ok({ slug: before.slug });
  });
}
