import type { Bilingual, FormDefinition } from '@/lib/calls/form';

/** What has to be answered by everyone for a section to be complete. */
export type Milestone = { id: string; title: Bilingual; all: string[] };

/**
 * The sections of a form as steps of the funnel. A section that only appears by a condition is no step: those it does
 * not concern would look as if they had stopped there; nor is one that requires nothing. Questions asked by a
 * condition do not count either.
 */
export function milestones(form: FormDefinition): Milestone[] {
  return form.sections
    .filter((section) => !section.showIf)
    .map(({ id, title, fields }) => {
      const plain = fields.filter((field) => !field.showIf);
      return {
        id,
        title,
        all: plain
          .filter((field) => field.required || (field.type === 'group' && field.min > 0))
          .map((field) => field.id),
      };
    })
    .filter(({ all }) => all.length > 0);
}

/** Where the profiles wanted are asked: a repeated group with a choice; the one called `profiles` when there is. */
export function profileQuestion(form: FormDefinition) {
  const groups = form.sections.flatMap(({ fields }) => fields).filter((field) => field.type === 'group');
  const group = groups.find(({ id }) => id === 'profiles');
  const choice = group?.fields.find((field) => field.type === 'oneOf');
  return group && choice ? { group: group.id, field: choice.id, options: choice.options } : null;
}
