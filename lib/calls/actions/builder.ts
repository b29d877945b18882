'use server';

import { formAction } from '@/lib/auth/action';
import { formProblems } from '@/lib/calls/coherence';
import { editForm } from '@/lib/calls/commands/form';
import { applyEdit, type Edit, type EditRefusal } from '@/lib/calls/editing';
import type { FaultReason } from '@/lib/calls/expression';
import { FieldInput, fieldFrom } from '@/lib/calls/field-input';
import { type Bilingual, type FieldType, type FormDefinition, parseForm } from '@/lib/calls/form';
import { Arrangement, FieldPlace, FormImport, RuleInput, SectionInput } from '@/lib/calls/schema';
import type { FormState } from '@/lib/form';
import { type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Refused = EditRefusal | `condition_${FaultReason | 'circular'}`;

/** Applies an edit; a condition that does not hold is refused with its fault, so that it is mended while one looks at it. */
function checked(edit: Edit): (form: FormDefinition) => Result<FormDefinition, Refused> {
  return (form) => {
    const edited = applyEdit(form, edit);
    if (!edited.ok) return edited;
    const known = new Set(formProblems(form).map((one) => JSON.stringify(one)));
    const fresh = formProblems(edited.value).find(
      (one) => (one.reason === 'condition' || one.reason === 'circular') && !known.has(JSON.stringify(one)),
    );
    if (!fresh) return edited;
    return refuse(`condition_${fresh.fault ?? 'circular'}`, {
      path: fresh.path.replace(/\.\w+$/, ''),
      at: (fresh.at ?? 0) + 1,
      found: fresh.found ?? '',
    });
  };
}

const edit = (viewer: Viewer, place: { callId: string; token: string }, act: Edit) =>
  editForm(viewer, place, checked(act));
const said = (fr: string, en: string): Bilingual => ({ fr, en: en || fr });
const optional = (fr: string, en: string): Bilingual | undefined => (fr || en ? said(fr || en, en) : undefined);
const builder =
  (anchor: string) =>
  (_: unknown, { slug }: { slug: string }) =>
    `/admin/calls/${slug}/form${anchor}`;

const arrange = formAction({
  schema: Arrangement,
  words: 'calls',
  run: (viewer, value) => {
    const { act, target, by } = value.press;
    if (act === 'move_section' || act === 'move_field')
      return edit(viewer, value, act === 'move_field' ? { act, path: target, by } : { act, id: target, by });
    if (act === 'remove_field') return edit(viewer, value, { act, path: target });
    return edit(viewer, value, { act, id: target });
  },
  to: (_, { slug, press }) =>
    `/admin/calls/${slug}/form?v=${Date.now()}#${press.act.startsWith('move') ? `at-${press.target}` : 'form'}`,
});
export async function arrangeFormAction(previous: FormState, data: FormData) {
  return arrange(previous, data);
}

const section = formAction({
  schema: SectionInput,
  words: 'calls',
  run: (viewer, value) => {
    const title = said(value.titleFr, value.titleEn);
    if (!value.id) return edit(viewer, value, { act: 'add_section', title });
    return edit(viewer, value, {
      act: 'edit_section',
      id: value.id,
      title,
      help: optional(value.helpFr, value.helpEn),
      showIf: value.showIf || undefined,
    });
  },
  to: builder('#form'),
  done: 'calls.done.formSaved',
});
export async function saveFormSectionAction(previous: FormState, data: FormData) {
  return section(previous, data);
}

const field = formAction({
  schema: FieldPlace.and(FieldInput),
  words: 'calls',
  run: (viewer, value) => {
    const made = fieldFrom(value.type as FieldType, value);
    if (value.path)
      return edit(viewer, value, {
        act: 'edit_field',
        path: value.path,
        field: made,
        section: value.section || undefined,
      });
    return edit(viewer, value, {
      act: 'add_field',
      section: value.section,
      group: value.group || undefined,
      field: made,
    });
  },
  to: builder('#form'),
  done: 'calls.done.formSaved',
});
export async function saveFieldAction(previous: FormState, data: FormData) {
  return field(previous, data);
}

const rule = formAction({
  schema: RuleInput,
  words: 'calls',
  run: (viewer, value) =>
    edit(viewer, value, {
      act: 'set_rule',
      kind: value.kind,
      id: value.id || undefined,
      when: value.when,
      message: said(value.messageFr, value.messageEn),
      field: value.field || undefined,
    }),
  to: builder('#rules'),
  done: 'calls.done.formSaved',
});
export async function saveRuleAction(previous: FormState, data: FormData) {
  return rule(previous, data);
}

const importing = formAction({
  schema: FormImport,
  words: 'calls',
  fields: { not_a_form: 'json' },
  run: async (
    viewer,
    value,
  ): Promise<Result<{ number: number }, Refused | 'not_a_form' | 'not_found' | 'changed_meanwhile'>> => {
    const read = parseForm(jsonOf(value.json));
    if (!read.ok) return refuse('not_a_form', { problem: read.problems[0] ?? '' });
    return edit(viewer, value, { act: 'replace', form: read.form });
  },
  to: builder('#form'),
  done: 'calls.done.formImported',
});
export async function importFormAction(previous: FormState, data: FormData) {
  return importing(previous, data);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
