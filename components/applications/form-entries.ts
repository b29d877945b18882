import { entriesOf, rootOf } from '@/components/calls/live-conditions';
import type { Entry } from '@/lib/calls/entries';

const ROW = /^(\w+)\[(\d+)\]\./;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const isControl = (one: Element): one is Control =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;

function controlsOf(form: HTMLFormElement, field?: string): Control[] {
  return [...form.elements]
    .filter(isControl)
    .filter((one) => one.name !== '' && !one.name.startsWith('_') && !one.name.endsWith('._key'))
    .filter((one) => field === undefined || rootOf(one.name) === field);
}

/**
 * Puts words back into the controls of a field. Rows are known by their key, for their places may have moved. False, and
 * nothing changed, when a row is not in the page any more.
 */
export function fillField(form: HTMLFormElement, field: string, entries: readonly Entry[]): boolean {
  const places = new Map<string, string>();
  for (const [name, value] of entriesOf(form, field)) if (name.endsWith('._key')) places.set(value, name.slice(0, -5));
  const moved = new Map<string, string>();
  for (const [name, value] of entries) {
    if (!name.endsWith('._key')) continue;
    const place = places.get(value);
    if (place === undefined) return false;
    moved.set(name.slice(0, -5), place);
  }
  const words = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const row = ROW.exec(name)?.[0].slice(0, -1);
    const now = row === undefined ? name : `${moved.get(row)}${name.slice(row.length)}`;
    words.set(now, [...(words.get(now) ?? []), value]);
  }
  const rows = new Set(moved.values());
  for (const control of controlsOf(form, field)) {
    const row = ROW.exec(control.name)?.[0].slice(0, -1);
    if (row === undefined || rows.has(row)) set(control, words.get(control.name) ?? []);
  }
  return true;
}

function set(control: Control, values: string[]): void {
  if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
    control.checked = values.includes(control.value);
  else control.value = values[0] ?? '';
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Shows again what the server sent, in every control but those of the fields still owed. */
export function showDefaults(form: HTMLFormElement, owed: readonly string[]): void {
  for (const control of controlsOf(form)) {
    if (owed.includes(rootOf(control.name)) || control instanceof HTMLSelectElement) continue;
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
      control.checked = control.defaultChecked;
    else if (control.value !== control.defaultValue) control.value = control.defaultValue;
  }
}

/** Fields in a list to choose from: React does not tell it what the server says by now. */
export const listFields = (form: HTMLFormElement): string[] =>
  controlsOf(form).flatMap((one) => (one instanceof HTMLSelectElement ? [rootOf(one.name)] : []));

/** Fields written in before the scripts were there to see it. Spaces apart: controls tidy those of what they are given. */
export function typedEarly(form: HTMLFormElement): string[] {
  const words = (text: string) => text.replace(/\s/g, '');
  const changed = controlsOf(form).filter((one) => {
    if (one instanceof HTMLSelectElement) return false;
    if (one instanceof HTMLInputElement && (one.type === 'radio' || one.type === 'checkbox'))
      return one.checked !== one.defaultChecked;
    return words(one.value) !== words(one.defaultValue);
  });
  return [...new Set(changed.map((one) => rootOf(one.name)))];
}
