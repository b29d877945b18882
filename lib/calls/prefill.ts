import { type Answers, readAnswers } from './answers';
import { type Entry, readEntries } from './entries';
import type { Field, FormDefinition } from './form';

/** Beyond this a link is a mistake; browsers cut addresses long before. */
const MOST_CHARACTERS = 20_000;
const MOST_ENTRIES = 200;
/** What other sites and measures of visits add to an address, and our own flash. */
const NO_ANSWER = /^(?:done|fbclid|gclid|dclid|msclkid|yclid|mtm\w*|pk\w*|ref|source)$/;

/**
 * What the address of a call's page answers in advance: `?projectName=Marées&sponsor.email=a@b.fr`. Only questions of
 * this form, never a file nor an attestation: nobody signs by following a link. `others` names what answered nothing,
 * so that a link written for another form is noticed.
 */
export function prefillOf(
  definition: FormDefinition,
  given: Iterable<Entry>,
  newKey: () => string,
): { answers: Answers; fields: Field[]; entries: Entry[]; others: string[] } {
  const fields = definition.sections
    .flatMap((one) => one.fields)
    .filter((one) => one.type !== 'file' && one.type !== 'attestation');
  const known = new Set(fields.map((one) => one.id));
  const entries: Entry[] = [];
  const names: string[] = [];
  let characters = 0;
  for (const [name, value] of given) {
    if (names.length < MOST_ENTRIES) names.push(name);
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
  const used = fields.filter((one) => Object.hasOwn(answers, one.id));
  return { answers, entries, fields: used, others: othersOf(names, used) };
}

/** Names of an address that could be questions and answered none: short words only, for a link may say anything. */
function othersOf(names: string[], used: readonly Field[]): string[] {
  const roots = names.map((name) => /^[a-zA-Z][a-zA-Z0-9]{0,39}(?=$|[.[])/.exec(name)?.[0] ?? '');
  const other = (root: string) => root !== '' && !NO_ANSWER.test(root) && !used.some((one) => one.id === root);
  return [...new Set(roots)].filter(other).slice(0, 10);
}

function hasUnknownOption(field: Field, answer: unknown): boolean {
  if (!('options' in field)) return false;
  const values = Array.isArray(answer) ? answer : [answer];
  return values.some((value) => !field.options.some((one) => one.value === value));
}
