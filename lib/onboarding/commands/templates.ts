import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { loadProvidedTemplates } from '@/lib/onboarding/commands/lists';
import { applyEdit, type Edit, type EditRefusal, publishFault } from '@/lib/onboarding/editing';
import { mayEditTemplates } from '@/lib/onboarding/policy';
import { type Bilingual, ChecklistDefinition, inLanguage } from '@/lib/onboarding/schema';
import { readTemplate } from '@/lib/onboarding/sharing';
import { freeSlug } from '@/lib/people/names';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** `token` is what the editor saw (`number.version`): two who edit at once never overwrite each other. */
export type TemplatePlace = { key: string; token: string };
type Refused<R extends string = never> = R | 'not_found' | 'stale';

export const tokenOf = (row: { number: number; version: number }): string => `${row.number}.${row.version}`;

async function latest(tx: Tx, key: string) {
  const row = await tx.checklistTemplate.findFirst({
    where: { key },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, version: true, definition: true, publishedAt: true },
  });
  return row && { ...row, definition: ChecklistDefinition.parse(row.definition) };
}

/** Applies a change to the version being prepared; opens the next one when the last is published. */
async function change<R extends string>(
  viewer: Viewer,
  place: TemplatePlace,
  make: (definition: ChecklistDefinition) => Result<ChecklistDefinition, R>,
): Promise<Result<{ key: string }, Refused<R>>> {
  if (!mayEditTemplates(viewer)) return refuse('not_found');
  return transaction(async (tx): Promise<Result<{ key: string }, Refused<R>>> => {
    const row = await latest(tx, place.key);
    if (!row) return refuse('not_found');
    if (tokenOf(row) !== place.token) return refuse('stale');
    const made = make(row.definition);
    if (!made.ok) return made;
    const written = { definition: made.value as object, name: inLanguage(made.value.title, 'fr') };
    const number = row.publishedAt ? row.number + 1 : row.number;
    const { count } = row.publishedAt
      ? await tx.checklistTemplate.createMany({ data: [{ key: place.key, number, ...written }], skipDuplicates: true })
      : await tx.checklistTemplate.updateMany({
          where: { id: row.id, version: row.version, publishedAt: null },
          data: { ...written, version: { increment: 1 } },
        });
    if (count === 0) return refuse('stale');
    await record(tx, viewer, 'checklist_template.edited', { kind: 'checklist_template', id: row.id }, { number });
    return ok({ key: place.key });
  });
}

export const editTemplate = (
  viewer: Viewer,
  place: TemplatePlace,
  edit: Edit | ((definition: ChecklistDefinition) => Edit),
): Promise<Result<{ key: string }, Refused<EditRefusal>>> =>
  change(viewer, place, (definition) => applyEdit(definition, typeof edit === 'function' ? edit(definition) : edit));

/** Puts a YAML file in place of the version being prepared. */
export const importTemplate = (
  viewer: Viewer,
  place: TemplatePlace,
  yaml: string,
): Promise<Result<{ key: string }, Refused<'bad_yaml' | 'bad_template'>>> =>
  change(viewer, place, () => readTemplate(yaml));

/** A new template: a copy of another, or one section to start from. */
export async function createTemplate(
  viewer: Viewer,
  input: { title: Bilingual; from?: string },
  clock: Clock,
): Promise<Result<{ key: string }, 'not_found'>> {
  if (!mayEditTemplates(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    await loadProvidedTemplates(tx, viewer, clock());
    const source = input.from ? await latest(tx, input.from) : null;
    if (input.from && !source) return refuse('not_found');
    const start: ChecklistDefinition = source?.definition ?? {
      title: input.title,
      phases: [{ key: 'before', title: { fr: 'Avant l’arrivée', en: 'Before arrival' } }],
      sections: [{ key: 'start', phase: 'before', title: { fr: 'Première section', en: 'First section' }, items: [] }],
    };
    const key = await freeSlug(
      input.title.fr,
      async (candidate) => (await tx.checklistTemplate.count({ where: { key: candidate } })) > 0,
    );
    const made = await tx.checklistTemplate.create({
      data: { key, number: 1, name: input.title.fr, definition: { ...start, title: input.title }, createdAt: clock() },
      select: { id: true },
    });
    await record(tx, viewer, 'checklist_template.created', { kind: 'checklist_template', id: made.id }, { number: 1 });
    return ok({ key });
  });
}

/** From now on challenges get this version; lists that run are offered what differs, item by item. */
export async function publishTemplate(
  viewer: Viewer,
  place: TemplatePlace,
  clock: Clock,
): Promise<Result<{ key: string }, Refused<'empty_section' | 'nothing_changed'>>> {
  if (!mayEditTemplates(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const row = await latest(tx, place.key);
    if (!row || row.publishedAt) return refuse('not_found');
    if (tokenOf(row) !== place.token) return refuse('stale');
    const before = await tx.checklistTemplate.findFirst({
      where: { key: place.key, publishedAt: { not: null } },
      orderBy: { number: 'desc' },
      select: { definition: true },
    });
    const fault = publishFault(row.definition, before && ChecklistDefinition.parse(before.definition));
    if (fault) return refuse(fault);
    const { count } = await tx.checklistTemplate.updateMany({
      where: { id: row.id, version: row.version, publishedAt: null },
      data: { publishedAt: clock() },
    });
    if (count === 0) return refuse('stale');
    const subject = { kind: 'checklist_template', id: row.id };
    await record(tx, viewer, 'checklist_template.published', subject, { number: row.number });
    return ok({ key: place.key });
  });
}

/** Throws the version being prepared away; what is published stays. */
export async function discardDraft(
  viewer: Viewer,
  place: TemplatePlace,
): Promise<Result<{ key: string; left: boolean }, Refused>> {
  if (!mayEditTemplates(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const row = await latest(tx, place.key);
    if (!row || row.publishedAt) return refuse('not_found');
    if (tokenOf(row) !== place.token) return refuse('stale');
    const { count } = await tx.checklistTemplate.deleteMany({
      where: { id: row.id, version: row.version, publishedAt: null },
    });
    if (count === 0) return refuse('stale');
    const subject = { kind: 'checklist_template', id: row.id };
    await record(tx, viewer, 'checklist_template.discarded', subject, { number: row.number });
    return ok({ key: place.key, left: row.number > 1 });
  });
}
