import type { Answer, Answers, Parts, Row, StoredFile } from './answers';
import { filledRows, isEmptyAnswer, isEmptyRow, rowsOf } from './answers';
import { Conditions } from './conditions';
import { isCalendarDate } from './expression';
import type { Bilingual, Field, FieldOf, FormDefinition, GroupField, SimpleField } from './form';
import { countCharacters, countLines } from './lines';
import { ATTESTATIONS, CONTACT_PARTS } from './shape';
import { isEmail, isPhone, isPostcode, isSiret, webAddress } from './typed';

export type AnswerReason =
  | 'required'
  | 'part_required'
  | 'must_agree'
  | 'too_many_characters'
  | 'too_many_lines'
  | 'not_a_number'
  | 'too_many_decimals'
  | 'not_money'
  | 'too_small'
  | 'too_large'
  | 'amount_too_small'
  | 'amount_too_large'
  | 'not_a_date'
  | 'date_too_early'
  | 'date_too_late'
  | 'unknown_option'
  | 'too_few_choices'
  | 'too_many_choices'
  | 'not_an_email'
  | 'not_a_phone'
  | 'not_a_url'
  | 'not_a_siret'
  | 'not_a_postcode'
  | 'file_type'
  | 'file_too_big'
  | 'too_many_files'
  | 'too_few_rows'
  | 'too_many_rows'
  | 'inconsistent';

/** `path` is where: `problem`, `sponsor.email`, `team[2].role`. Dates in params are ISO, money is in cents. */
export type AnswerError = {
  path: string;
  field: string;
  section: string;
  reason: AnswerReason;
  params?: Record<string, number | string>;
  /** The form's own sentence, for `inconsistent`. */
  message?: Bilingual;
};

type Found = { at?: string; reason: AnswerReason; params?: Record<string, number | string> };

/** Short texts are one line of reasonable length even when the form gives no limit. */
const SHORT_TEXT = 300;

/** Everything that stands between these answers and sending them, in the order of the form. */
export function validateAnswers(definition: FormDefinition, answers: Answers): AnswerError[] {
  const conditions = new Conditions(definition, answers);
  const errors: AnswerError[] = [];
  const sections = [...definition.sections, { id: ATTESTATIONS, fields: definition.attestations }];
  for (const section of sections) {
    for (const field of section.fields) {
      if (!conditions.shows(field)) continue;
      for (const found of checkField(definition, conditions, field)) {
        const { at = '', ...rest } = found;
        errors.push({ path: `${field.id}${at}`, field: field.id, section: section.id, ...rest });
      }
      for (const rule of definition.consistency) {
        if (rule.field !== field.id || conditions.truth(rule.when) !== true) continue;
        errors.push({
          path: field.id,
          field: field.id,
          section: section.id,
          reason: 'inconsistent',
          message: rule.message,
        });
      }
    }
  }
  return errors;
}

function checkField(definition: FormDefinition, conditions: Conditions, field: Field): Found[] {
  const answer = conditions.answer(field.id);
  const required = conditions.requires(field);
  if (field.type === 'group') return checkRows(definition, conditions, field, answer, required);
  return checkSimple(field, answer, required, definition.charactersPerLine);
}

function checkRows(
  definition: FormDefinition,
  conditions: Conditions,
  group: GroupField,
  answer: Answer | undefined,
  required: boolean,
): Found[] {
  const filled = filledRows(answer);
  if (filled.length === 0) return required ? [{ reason: 'required' }] : [];
  const found: Found[] = [];
  if (filled.length < group.min) found.push({ reason: 'too_few_rows', params: { min: group.min } });
  if (filled.length > group.max) found.push({ reason: 'too_many_rows', params: { max: group.max } });
  rowsOf(answer).forEach((row, index) => {
    if (isEmptyRow(row)) return;
    for (const field of group.fields) {
      if (!conditions.showsInRow(group, row, field)) continue;
      const own = checkSimple(
        field,
        inRow(row, field.id),
        conditions.requiresInRow(group, row, field),
        definition.charactersPerLine,
      );
      found.push(...own.map((one) => ({ ...one, at: `[${index}].${field.id}${one.at ?? ''}` })));
    }
  });
  return found;
}

function inRow(row: Row, id: string): Answer | undefined {
  return Object.hasOwn(row, id) ? row[id] : undefined;
}

/** One answer on its own, as autosave and rows check it. */
export function checkSimple(
  field: SimpleField,
  answer: Answer | undefined,
  required: boolean,
  perLine: number,
): Found[] {
  if (field.type === 'attestation') return required && answer !== true ? [{ reason: 'must_agree' }] : [];
  if (answer === undefined || isEmptyAnswer(answer)) return required ? [{ reason: 'required' }] : [];
  switch (field.type) {
    case 'shortText':
    case 'longText':
      return checkText(field, String(answer), perLine);
    case 'number':
      return checkNumber(field, answer);
    case 'money':
      if (typeof answer !== 'number') return [{ reason: 'not_money' }];
      return bounds(answer, field, ['amount_too_small', 'amount_too_large']);
    case 'date':
      return checkDate(field, answer);
    case 'oneOf':
      return field.options.some((one) => one.value === answer) ? [] : [{ reason: 'unknown_option' }];
    case 'manyOf':
      return checkChoices(field, answer as string[]);
    case 'email':
      return isEmail(String(answer)) ? [] : [{ reason: 'not_an_email' }];
    case 'phone':
      return isPhone(String(answer)) ? [] : [{ reason: 'not_a_phone' }];
    case 'url':
      return webAddress(String(answer)) ? [] : [{ reason: 'not_a_url' }];
    case 'organisation':
      return checkParts(answer as Parts, ['name'], required, { siret: [isSiret, 'not_a_siret'] });
    case 'contact':
      return checkParts(answer as Parts, field.parts ?? CONTACT_PARTS, required, {
        email: [isEmail, 'not_an_email'],
        phone: [isPhone, 'not_a_phone'],
      });
    case 'town':
      return checkParts(answer as Parts, ['name', 'postcode'], required, { postcode: [isPostcode, 'not_a_postcode'] });
    case 'file':
      return checkFiles(field, answer as StoredFile[]);
    default:
      return [];
  }
}

function checkText(field: FieldOf<'shortText'> | FieldOf<'longText'>, text: string, perLine: number): Found[] {
  const max = field.maxCharacters ?? (field.type === 'shortText' ? SHORT_TEXT : undefined);
  const characters = max === undefined ? 0 : countCharacters(text);
  if (max !== undefined && characters > max)
    return [{ reason: 'too_many_characters', params: { max, count: characters } }];
  if (field.type === 'shortText' || field.maxLines === undefined) return [];
  const lines = countLines(text, perLine);
  return lines > field.maxLines ? [{ reason: 'too_many_lines', params: { max: field.maxLines, count: lines } }] : [];
}

function checkNumber(field: FieldOf<'number'>, answer: Answer): Found[] {
  if (typeof answer !== 'number') return [{ reason: 'not_a_number' }];
  const scaled = answer * 10 ** field.decimals;
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6) {
    return [{ reason: 'too_many_decimals', params: { max: field.decimals } }];
  }
  return bounds(answer, field, ['too_small', 'too_large']);
}

function bounds(
  value: number,
  { min, max }: { min?: number; max?: number },
  reasons: [AnswerReason, AnswerReason],
): Found[] {
  if (min !== undefined && value < min) return [{ reason: reasons[0], params: { min } }];
  if (max !== undefined && value > max) return [{ reason: reasons[1], params: { max } }];
  return [];
}

function checkDate(field: FieldOf<'date'>, answer: Answer): Found[] {
  if (typeof answer !== 'string' || !isCalendarDate(answer)) return [{ reason: 'not_a_date' }];
  if (field.min && answer < field.min) return [{ reason: 'date_too_early', params: { min: field.min } }];
  if (field.max && answer > field.max) return [{ reason: 'date_too_late', params: { max: field.max } }];
  return [];
}

function checkChoices(field: FieldOf<'manyOf'>, chosen: string[]): Found[] {
  if (chosen.some((value) => !field.options.some((one) => one.value === value))) return [{ reason: 'unknown_option' }];
  const distinct = new Set(chosen).size;
  if (field.min !== undefined && distinct < field.min)
    return [{ reason: 'too_few_choices', params: { min: field.min } }];
  if (field.max !== undefined && distinct > field.max)
    return [{ reason: 'too_many_choices', params: { max: field.max } }];
  return [];
}

type PartChecks = Record<string, [(text: string) => boolean, AnswerReason]>;

/** Once one part is filled the others that matter are asked for, even in an optional question. */
function checkParts(parts: Parts, wanted: readonly string[], required: boolean, checks: PartChecks): Found[] {
  const found: Found[] = [];
  for (const part of new Set([...wanted, ...Object.keys(checks)])) {
    const text = Object.hasOwn(parts, part) ? parts[part] : undefined;
    if (text === undefined || isEmptyAnswer(text)) {
      if (required && wanted.includes(part)) found.push({ at: `.${part}`, reason: 'part_required' });
      continue;
    }
    const check = checks[part];
    if (check && !check[0](text)) found.push({ at: `.${part}`, reason: check[1] });
    else if (countCharacters(text) > SHORT_TEXT)
      found.push({
        at: `.${part}`,
        reason: 'too_many_characters',
        params: { max: SHORT_TEXT, count: countCharacters(text) },
      });
  }
  return found;
}

function checkFiles(field: FieldOf<'file'>, files: StoredFile[]): Found[] {
  const found: Found[] = [];
  if (files.length > field.max) found.push({ reason: 'too_many_files', params: { max: field.max } });
  files.forEach((file, index) => {
    if (!(field.types as string[]).includes(file.type)) {
      found.push({ at: `[${index}]`, reason: 'file_type', params: { name: file.name, types: field.types.join(', ') } });
    } else if (file.size > field.maxBytes) {
      found.push({ at: `[${index}]`, reason: 'file_too_big', params: { name: file.name, max: field.maxBytes } });
    }
  });
  return found;
}
