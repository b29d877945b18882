'use server';

import { formAction, type Translate } from '@/lib/auth/action';
import { anchorOf, type CheckedRefusal, checkedEdit } from '@/lib/calls/checked-edit';
import { abandonForm, editForm, undoFormEdit } from '@/lib/calls/commands/form';
import { differences, type Inputs, inputsOf, stampOf } from '@/lib/calls/edited-thing';
import type { Edit } from '@/lib/calls/editing';
import { FieldInput, fieldFrom } from '@/lib/calls/field-input';
import type { Bilingual, FieldType, FormDefinition } from '@/lib/calls/form';
import { type ImportProblem, readFormText } from '@/lib/calls/import-form';
import {
  Arrangement,
  FieldPlace,
  FormImport,
  FormPlace,
  FormSettings,
  RuleInput,
  SectionInput,
} from '@/lib/calls/schema';
import type { FormState } from '@/lib/form';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Place = { callId: string; token: string; was?: string };
type Refused = CheckedRefusal | 'not_found' | 'changed_meanwhile' | 'changed_thing';

/** Applies an edit for its reader: a condition that does not hold is refused while one looks at it. */
async function edit(
  viewer: Viewer,
  { was, ...place }: Place,
  act: Edit,
  { locale }: { locale: string },
): Promise<Result<{ at: string }, Refused>> {
  let at = '';
  let theirs: Inputs | null = null;
  const untouched = (form: FormDefinition) => {
    theirs = inputsOf(form, act);
    return act.act.startsWith('add_') || (act.act === 'set_rule' && !act.id) || (was !== '' && stampOf(theirs) === was);
  };
  const done = await editForm(viewer, { ...place, ...(was === undefined ? {} : { untouched }) }, (form) => {
    const edited = checkedEdit(form, act, locale);
    if (edited.ok) at = anchorOf(form, edited.value, act);
    return edited;
  });
  if (done.ok) return ok({ at });
  return done.reason === 'changed_meanwhile' && theirs
    ? refuse('changed_thing', { theirs: JSON.stringify(theirs) })
    : done;
}

/** Two at once on the same thing: the other's words beside each answer that differs; sending again keeps one's own. */
function bothSides({ reason, detail }: Refusal<string>, value: object, t: Translate) {
  if (reason !== 'changed_thing') return undefined;
  const theirs = JSON.parse(String(detail?.theirs)) as Inputs;
  const differing = Object.entries(differences(theirs, value as Record<string, unknown>));
  return {
    formErrors: [t('calls.refusals.changed_thing')],
    errors: Object.fromEntries(
      differing.map(([name, text]) => {
        const said = name === 'required' ? t(`calls.fields.${text ? 'yes' : 'no'}`) : text;
        return [name, [t('calls.builder.theirs', { text: said || 'empty' })]];
      }),
    ),
    hidden: { was: stampOf(theirs) },
  };
}

/** The control a refusal is about: its own detail says so. */
const typedIn = ({ detail }: Refusal<string>) => (typeof detail?.field === 'string' ? detail.field : undefined);
const optional = (fr: string, en: string): Bilingual | undefined => (fr || en ? { fr, en } : undefined);
const back = ({ at }: { at: string }, { slug }: { slug: string }) => `/admin/calls/${slug}/form#${at || 'form'}`;

const arrange = formAction({
  schema: Arrangement,
  words: 'calls',
  run: (viewer, value, context) => {
    const { act, target, by } = value.press;
    if (act === 'move_section' || act === 'move_field')
      return edit(viewer, value, act === 'move_field' ? { act, path: target, by } : { act, id: target, by }, context);
    if (act === 'remove_field') return edit(viewer, value, { act, path: target }, context);
    return edit(viewer, value, { act, id: target }, context);
  },
  to: ({ at }, { slug, press }) =>
    press.act.startsWith('move')
      ? `/admin/calls/${slug}/form?v=${Date.now()}#${at}`
      : `/admin/calls/${slug}/form?v=${Date.now()}&done=calls.done.${press.act}`,
});
export async function arrangeFormAction(previous: FormState, data: FormData) {
  return arrange(previous, data);
}

const section = formAction({
  schema: SectionInput,
  words: 'calls',
  fields: typedIn,
  explain: bothSides,
  run: (viewer, value, context) => {
    const title = { fr: value.titleFr, en: value.titleEn };
    const rest = { help: optional(value.helpFr, value.helpEn), showIf: value.showIf || undefined };
    const act: Edit = value.id
      ? { act: 'edit_section', id: value.id, title, ...rest }
      : { act: 'add_section', title, ...rest };
    return edit(viewer, value, act, context);
  },
  to: back,
  done: 'calls.done.formSaved',
});
export async function saveFormSectionAction(previous: FormState, data: FormData) {
  return section(previous, data);
}

const field = formAction({
  schema: FieldPlace.and(FieldInput),
  words: 'calls',
  fields: typedIn,
  explain: bothSides,
  run: (viewer, value, context) => {
    const made = fieldFrom(value.type as FieldType, value);
    const act: Edit = value.path
      ? { act: 'edit_field', path: value.path, field: made, section: value.section || undefined }
      : { act: 'add_field', section: value.section, group: value.group || undefined, field: made };
    return edit(viewer, value, act, context);
  },
  to: back,
  done: 'calls.done.formSaved',
});
export async function saveFieldAction(previous: FormState, data: FormData) {
  return field(previous, data);
}

const rule = formAction({
  schema: RuleInput,
  words: 'calls',
  fields: typedIn,
  explain: bothSides,
  run: (viewer, value, context) =>
    edit(
      viewer,
      value,
      {
        act: 'set_rule',
        kind: value.kind,
        id: value.id || undefined,
        when: value.when,
        message: { fr: value.messageFr, en: value.messageEn },
        field: value.field || undefined,
      },
      context,
    ),
  to: back,
  done: 'calls.done.formSaved',
});
export async function saveRuleAction(previous: FormState, data: FormData) {
  return rule(previous, data);
}

const settings = formAction({
  schema: FormSettings,
  words: 'calls',
  run: (viewer, value, context) =>
    edit(
      viewer,
      value,
      {
        act: 'set_settings',
        titleField: value.titleField || undefined,
        organisationField: value.organisationField || undefined,
        charactersPerLine: value.charactersPerLine,
      },
      context,
    ),
  to: back,
  done: 'calls.done.formSaved',
});
export async function saveFormSettingsAction(previous: FormState, data: FormData) {
  return settings(previous, data);
}

const importing = formAction({
  schema: FormImport,
  words: 'calls',
  run: async (viewer, value, context): Promise<Result<{ at: string }, Refused | 'not_a_form'>> => {
    const read = readFormText(value.json);
    return read.ok ? edit(viewer, value, { act: 'replace', form: read.form }, context) : refuse('not_a_form');
  },
  explain: ({ reason }, { json }, t) => {
    const read = reason === 'not_a_form' ? readFormText(json) : { ok: true as const };
    return read.ok ? undefined : { errors: { json: importSentences(read.problems, t) } };
  },
  to: back,
  done: 'calls.done.formImported',
});
export async function importFormAction(previous: FormState, data: FormData) {
  return importing(previous, data);
}

const undo = formAction({
  schema: FormPlace,
  words: 'calls',
  run: undoFormEdit,
  to: (_, { slug }) => `/admin/calls/${slug}/form?v=${Date.now()}`,
  done: 'calls.done.formUndone',
});
export async function undoFormAction(previous: FormState, data: FormData) {
  return undo(previous, data);
}

const abandon = formAction({
  schema: FormPlace,
  words: 'calls',
  run: abandonForm,
  to: (_, { slug }) => `/admin/calls/${slug}/form?v=${Date.now()}`,
  done: 'calls.done.formAbandoned',
});
export async function abandonFormAction(previous: FormState, data: FormData) {
  return abandon(previous, data);
}

const MOST_SENTENCES = 20;

function importSentences(problems: ImportProblem[], t: Translate): string[] {
  const sentences = problems.slice(0, MOST_SENTENCES).map((one) => {
    if (one.kind === 'syntax') return t('calls.import.syntax', one);
    if (one.kind === 'shape')
      return `${t('calls.import.at', { place: one.place, label: one.label || 'empty' })} ${t(`calls.import.${one.reason}`, { ...one, found: one.found || 'empty' })}`;
    const { path, reason, fault, at, found } = one.problem;
    const what = fault
      ? t(`calls.faults.${fault}`, { at: (at ?? 0) + 1, found: found ?? '' })
      : t(`calls.problems.${reason}`);
    return `${t('calls.import.at', { place: path, label: 'empty' })} ${what}`;
  });
  const left = problems.length - sentences.length;
  return left > 0 ? [...sentences, t('calls.import.more', { count: left })] : sentences;
}
