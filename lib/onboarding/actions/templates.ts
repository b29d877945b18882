'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import type { FormState } from '@/lib/form';
import { decideOffer } from '@/lib/onboarding/commands/offers';
import {
  createTemplate,
  discardDraft,
  editTemplate,
  importTemplate,
  publishTemplate,
} from '@/lib/onboarding/commands/templates';
import { freeKey } from '@/lib/onboarding/editing';
import { bilingual, ItemInput, itemFrom, maybe } from '@/lib/onboarding/item-input';
import { itemsOf, Key } from '@/lib/onboarding/schema';

const slug = z.string().regex(/^[a-z0-9-]{1,120}$/);
const Place = z.object({ key: slug, token: z.string().regex(/^\d+\.\d+$/) });
const text = (max: number) => z.string().trim().max(max).default('');
const title = { titleFr: z.string().trim().min(1).max(200), titleEn: text(200) };
const editor = ({ key }: { key: string }) => `/admin/onboarding/templates/${key}`;

const create = formAction({
  schema: z.object({ ...title, from: z.preprocess((value) => (value === '' ? undefined : value), slug.optional()) }),
  words: 'onboarding',
  run: (viewer, value, { clock }) =>
    createTemplate(viewer, { title: bilingual(value.titleFr, value.titleEn), from: value.from }, clock),
  to: editor,
  done: 'onboarding.done.templateCreated',
});
export async function createTemplateAction(previous: FormState, data: FormData) {
  return create(previous, data);
}

/** A button says all it does: `move_item:desks:-1`, `remove_section:internet`. */
const Press = z
  .string()
  .regex(/^(move_item|move_section|move_phase|remove_item|remove_section|remove_phase):[a-z][a-z0-9-]*(:-?1)?$/)
  .transform((pressed) => {
    const [act = '', key = '', by] = pressed.split(':');
    return { act, key, by: by === '-1' ? (-1 as const) : (1 as const) };
  });
const arrange = formAction({
  schema: Place.extend({ press: Press }),
  words: 'onboarding',
  run: (viewer, { press, ...place }) => {
    const { act, key, by } = press;
    if (act === 'remove_item' || act === 'remove_section' || act === 'remove_phase')
      return editTemplate(viewer, place, { act, key });
    return editTemplate(viewer, place, { act: act as 'move_item', key, by });
  },
  to: ({ key }, { press }) =>
    `${editor({ key })}?v=${Date.now()}#${press.act.startsWith('move') ? press.key : 'parts'}`,
});
export async function arrangeTemplateAction(previous: FormState, data: FormData) {
  return arrange(previous, data);
}

const list = formAction({
  schema: Place.extend({ ...title, introFr: text(2_000), introEn: text(2_000) }),
  words: 'onboarding',
  run: (viewer, value) =>
    editTemplate(viewer, value, {
      act: 'edit_list',
      title: bilingual(value.titleFr, value.titleEn),
      intro: maybe(value.introFr, value.introEn),
    }),
  to: editor,
  done: 'onboarding.done.templateSaved',
});
export async function saveTemplateListAction(previous: FormState, data: FormData) {
  return list(previous, data);
}

const phase = formAction({
  schema: Place.extend({ ...title, phase: Key.optional() }),
  words: 'onboarding',
  run: (viewer, value) =>
    editTemplate(viewer, value, ({ phases }) => ({
      act: 'save_phase',
      key:
        value.phase ??
        freeKey(
          value.titleFr,
          phases.map((one) => one.key),
        ),
      title: bilingual(value.titleFr, value.titleEn),
    })),
  to: editor,
  done: 'onboarding.done.templateSaved',
});
export async function saveTemplatePhaseAction(previous: FormState, data: FormData) {
  return phase(previous, data);
}

const section = formAction({
  schema: Place.extend({ ...title, section: Key.optional(), phase: Key, introFr: text(2_000), introEn: text(2_000) }),
  words: 'onboarding',
  run: (viewer, value) =>
    editTemplate(viewer, value, ({ sections }) => ({
      act: 'save_section',
      key:
        value.section ??
        freeKey(
          value.titleFr,
          sections.map((one) => one.key),
        ),
      texts: {
        title: bilingual(value.titleFr, value.titleEn),
        intro: maybe(value.introFr, value.introEn),
        phase: value.phase,
      },
    })),
  to: editor,
  done: 'onboarding.done.templateSaved',
});
export async function saveTemplateSectionAction(previous: FormState, data: FormData) {
  return section(previous, data);
}

const item = formAction({
  schema: Place.extend(ItemInput.shape).extend({ item: Key.optional() }),
  words: 'onboarding',
  run: async (viewer, { key, token, item: known, ...value }) => {
    const read = itemFrom(value, known ?? 'new-item');
    if (!read.ok) return read;
    return editTemplate(viewer, { key, token }, (definition) => ({
      act: 'save_item',
      section: value.section,
      item: {
        ...read.value,
        key:
          known ??
          freeKey(
            value.titleFr,
            itemsOf(definition).map((one) => one.key),
          ),
      },
    }));
  },
  to: editor,
  done: 'onboarding.done.templateSaved',
  fields: {
    bad_links: 'links',
    bad_options: 'options',
    circle: 'after',
    unknown_item: 'after',
    profiles_without_fellow: 'profiles',
  },
});
export async function saveTemplateItemAction(previous: FormState, data: FormData) {
  return item(previous, data);
}

const publish = formAction({
  schema: Place,
  words: 'onboarding',
  run: (viewer, value, { clock }) => publishTemplate(viewer, value, clock),
  to: editor,
  done: 'onboarding.done.templatePublished',
});
export async function publishTemplateAction(previous: FormState, data: FormData) {
  return publish(previous, data);
}

const discard = formAction({
  schema: Place,
  words: 'onboarding',
  run: (viewer, value) => discardDraft(viewer, value),
  to: ({ key, left }) => (left ? editor({ key }) : '/admin/onboarding/templates'),
  done: 'onboarding.done.templateDiscarded',
});
export async function discardTemplateAction(previous: FormState, data: FormData) {
  return discard(previous, data);
}

/** Pasted, or sent as a file of a few kilobytes. */
const bring = formAction({
  schema: Place.extend({ yaml: z.string().max(400_000).default('') }),
  words: 'onboarding',
  run: async (viewer, { yaml, ...place }, { data }) => {
    const file = data.get('upload');
    const sent = file instanceof File && file.size > 0 && file.size < 400_000 ? await file.text() : yaml;
    return importTemplate(viewer, place, sent);
  },
  to: editor,
  done: 'onboarding.done.templateImported',
  fields: { bad_yaml: 'yaml', bad_template: 'yaml' },
});
export async function importTemplateAction(previous: FormState, data: FormData) {
  return bring(previous, data);
}

const decide = formAction({
  schema: z.object({
    checklistId: z.uuid(),
    templateId: z.uuid(),
    version: z.coerce.number().int().min(1),
    /** The change, or empty for all that are left. */
    change: z.string().max(80).default(''),
    accepted: z.enum(['yes', 'no']),
    challenge: slug,
    list: slug,
  }),
  words: 'onboarding',
  run: (viewer, { change, accepted, ...value }, { clock }) =>
    decideOffer(viewer, { ...value, key: change || null, accepted: accepted === 'yes' }, clock),
  to: (_, { challenge, list: key }) => `/onboarding/${challenge}/changes?list=${key}`,
  done: 'onboarding.done.offerDecided',
});
export async function decideOfferAction(previous: FormState, data: FormData) {
  return decide(previous, data);
}
