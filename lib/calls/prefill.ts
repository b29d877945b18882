import { type Answers, readAnswers } from './answers';
import { type Entry, readEntries } from './entries';
import type { Field, FormDefinition } from './form';

/** Beyond this a link is a mistake; browsers cut addresses long before. */
const MOST_CHARACTERS = 20_000;
const MOST_ENTRIES = 200;

/**
 * What the address of a call's page answers in advance: `?projectName=Marées&sponsor.email=a@b.fr`. Only questions of
 * this form, never a file nor an attestation: nobody signs by following a link. The rest of the address is ignored.
 */
export function prefillOf(
  definition: FormDefinition,
  given: Iterable<Entry>,
  newKey: () => string,
): { answers: Answers; fields: Field[]; entries: Entry[] } {
  const fields = definition.sections
    .flatMap((one) => one.fields)
    .filter((one) => one.type !== 'file' && one.type !== 'attestation');
  const known = new Set(fields.map((one) => one.id));
  const entries: Entry[] = [];
  let characters = 0;
  for (const [name, value] of given) {
    const part = /^([a-zA-Z0-9]+)(?:\[\d{1,3}\])?(?:\.([a-zA-Z]+))?(?:\.[a-zA-Z]+)?$/.exec(name);
    // An identifier of our records is chosen on a page, never told by a link.
    if (!part || !known.has(part[1] ?? '') || part[2] === 'id' || entries.length >= MOST_ENTRIES) continue;
    characters += value.length;
    if (characters > MOST_CHARACTERS) break;
    entries.push([name, value]);
  }
  const all = readEntries(fields, entries, {}, newKey);
  const answers: Answers = {};
  for (const field of fields) {
    if (!Object.hasOwn(all, field.id) || hasUnknownOption(field, all[field.id])) continue;
    const one = readAnswers(definition, { [field.id]: all[field.id] });
    if (one.ok) Object.assign(answers, one.answers);
  }
  return { answers, entries, fields: fields.filter((one) => Object.hasOwn(answers, one.id)) };
}

function hasUnknownOption(field: Field, answer: unknown): boolean {
  if (!('options' in field)) return false;
  const values = Array.isArray(answer) ? answer : [answer];
  return values.some((value) => !field.options.some((one) => one.value === value));
}
