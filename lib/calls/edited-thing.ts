import { createHash } from 'node:crypto';
import type { Edit } from './editing';
import { inputOf } from './field-input';
import type { FormDefinition } from './form';
import { findByPath } from './shape';

/**
 * What an edit of the builder writes over, as its screen shows it: the inputs of one question, section or rule. Two
 * coordinators on different things do not stand in each other's way; on the same one, each sees the other's words.
 */
export type Inputs = Record<string, string | string[]>;

/** Null for what the form does not hold (any more). */
export function inputsOf(form: FormDefinition, edit: Edit): Inputs | null {
  switch (edit.act) {
    case 'edit_field': {
      const field = findByPath(form, edit.path);
      return field ? { ...inputOf(field), required: field.required ? 'on' : '' } : null;
    }
    case 'edit_section': {
      const section = form.sections.find((one) => one.id === edit.id);
      if (!section) return null;
      const { title, help, showIf = '' } = section;
      return { titleFr: title.fr, titleEn: title.en, helpFr: help?.fr ?? '', helpEn: help?.en ?? '', showIf };
    }
    case 'set_rule': {
      const rule = form[edit.kind].find((one) => one.id === edit.id);
      if (!rule) return null;
      const { when, message } = rule;
      const field = 'field' in rule && typeof rule.field === 'string' ? rule.field : '';
      return { when, messageFr: message.fr, messageEn: message.en, field };
    }
    default:
      return null;
  }
}

/** The same for the same words, to know whether a thing changed since its screen was made. */
export const stampOf = (inputs: Inputs | null): string =>
  inputs ? createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16) : '';

/** Where the version in place says something else than what was just posted, and what it says. */
export function differences(theirs: Inputs, posted: Record<string, unknown>): Record<string, string> {
  const one = (value: unknown) =>
    (typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '')).replace(/\r\n?/g, '\n');
  const shown = (value: unknown) => (Array.isArray(value) ? value : [value]).map(one).join(', ').trim();
  const differ = Object.entries(theirs).filter(([name, value]) => name in posted || shown(value) !== '');
  return Object.fromEntries(
    differ.filter(([name, value]) => shown(value) !== shown(posted[name])).map(([name, value]) => [name, shown(value)]),
  );
}
