import { type Answers, readAnswers } from '@/lib/calls/answers';
import { applyIntent, type Entry, readEntries, readIntent } from '@/lib/calls/entries';
import type { Field, FormDefinition } from '@/lib/calls/form';
import { sameAnswer } from '@/lib/calls/merge';
import { ATTESTATIONS, fieldsOf, sectionFields } from '@/lib/calls/shape';
import type { AnswerError } from '@/lib/calls/validation';

type Change = { fields: readonly Field[]; base: Answers; mine: Answers; opened?: string };

/** What posting a section changes: its fields as posted, after the button that was pressed (a row more, a file less). */
export function sectionChange(
  input: { section: string; base: string; intent: string; entries: Iterable<[string, unknown]> },
  newKey: () => string,
): (form: FormDefinition, stored: Answers) => Change {
  const entries = [...input.entries];
  return (form, stored) => {
    const given = input.intent.startsWith('theirs:') ? input.intent.slice(7).split(',') : [];
    const fields = (sectionFields(form, input.section) ?? []).filter((one) => !given.includes(one.id));
    const read = readEntries(fields, entries, stored, newKey);
    const intent = readIntent(input.intent);
    const base = baseOf(form, input.base);
    // Files travel apart: what the page showed of them is not what one wrote.
    for (const field of fields) if (field.type === 'file') restore(base, stored, field.id);
    return { fields, base, mine: intent ? applyIntent(fields, read, intent, newKey) : read, opened: input.section };
  };
}

/** Attestations are signed as ticked on this page, whatever was ticked before: their base is what is stored. */
export function signing(
  input: Parameters<typeof sectionChange>[0],
  newKey: () => string,
): ReturnType<typeof sectionChange> {
  return (form, stored) => {
    const { opened: _, ...change } = sectionChange(input, newKey)(form, stored);
    return { ...change, base: stored };
  };
}

/**
 * What autosaved fields change; files are left to the uploads. What stands there because this writer had sent it, without
 * hearing so, is their own: it is the base, not somebody else's text.
 */
export function fieldsChange(
  sent: Record<string, { base?: unknown; entries: Entry[]; unheard?: Entry[][] }>,
  newKey: () => string,
): (form: FormDefinition, stored: Answers) => Change {
  return (form, stored) => {
    const fields = fieldsOf(form).filter((one) => Object.hasOwn(sent, one.id) && one.type !== 'file');
    const entries = fields.flatMap((one) => sent[one.id]?.entries ?? []);
    const base = Object.fromEntries(fields.map((one) => [one.id, sent[one.id]?.base]));
    const opened = form.sections.find((one) => one.fields.some((field) => field.id === fields[0]?.id))?.id;
    const started = baseOf(form, JSON.stringify(base));
    for (const field of fields) {
      const arrived = sent[field.id]?.unheard?.some((one) =>
        sameAnswer(readEntries([field], one, stored, newKey)[field.id], stored[field.id]),
      );
      if (arrived) restore(started, stored, field.id);
    }
    return {
      fields,
      base: started,
      mine: readEntries(fields, entries, stored, newKey),
      opened,
    };
  };
}

function baseOf(form: FormDefinition, json: string): Answers {
  try {
    const read = readAnswers(form, JSON.parse(json));
    return read.ok ? read.answers : {};
  } catch {
    return {};
  }
}

function restore(base: Answers, stored: Answers, id: string): void {
  if (Object.hasOwn(stored, id)) base[id] = stored[id] as Answers[string];
  else delete base[id];
}

/** Where a posted section leads: on, back, or here again when something written is wrong (not merely missing). */
export function afterSection(
  intent: string,
  section: string,
  visible: readonly string[],
  errors: readonly AnswerError[],
): string {
  const here = `/sections/${section}`;
  const act = readIntent(intent);
  if (act) return `${here}#f-${act.field}`;
  if (intent === 'back') return '';
  if (intent !== 'continue') return here;
  const wrong = errors.some((one) => one.section === section && !MISSING.has(one.reason));
  if (wrong) return `${here}?check=1`;
  if (section === ATTESTATIONS) return '/check';
  const next = visible[visible.indexOf(section) + 1];
  return next ? `/sections/${next}` : '/check';
}

const MISSING = new Set(['required', 'part_required', 'must_agree', 'too_few_rows', 'too_few_choices', 'inconsistent']);
