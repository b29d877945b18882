import type { Parts, SimpleAnswer } from '@/lib/calls/answers';
import type { Option, SimpleField } from '@/lib/calls/form';
import { readCents, readDate, readNumber } from '@/lib/calls/typed';
import { nameKey } from '@/lib/people/names';
import { type Raw, textOf } from './files-source';

export type ValueReason =
  | 'not_a_number'
  | 'not_money'
  | 'not_a_date'
  | 'not_yes_no'
  | 'unknown_option'
  | 'file_not_taken'
  | 'wrong_part';
export type ReadValue = { ok: true; answer: SimpleAnswer } | { ok: false; reason: ValueReason };

const YES = new Set(['oui', 'yes', 'true', 'vrai', '1', 'on', 'x']);
const NO = new Set(['non', 'no', 'false', 'faux', '0', 'off']);
const refused = (reason: ValueReason): ReadValue => ({ ok: false, reason });
const answered = (answer: SimpleAnswer): ReadValue => ({ ok: true, answer });

/** What is typed elsewhere as an answer to a question of ours; what cannot be one says why, and is kept beside. */
export function readValue(field: SimpleField, raw: Raw): ReadValue {
  const text = textOf(raw).trim();
  switch (field.type) {
    case 'number': {
      const value = typeof raw === 'number' ? raw : readNumber(text);
      return value === null ? refused('not_a_number') : answered(value);
    }
    case 'money': {
      const cents = typeof raw === 'number' ? Math.round(raw * 100) : readCents(text);
      return cents === null ? refused('not_money') : answered(cents);
    }
    case 'date': {
      const day = readDate(/^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text);
      return day === null ? refused('not_a_date') : answered(day);
    }
    case 'yesNo':
    case 'attestation': {
      const word = nameKey(text);
      return YES.has(word) ? answered(true) : NO.has(word) ? answered(false) : refused('not_yes_no');
    }
    case 'oneOf': {
      const value = optionOf(field.options, text);
      return value === null ? refused('unknown_option') : answered(value);
    }
    case 'manyOf': {
      const words = Array.isArray(raw)
        ? raw
        : (optionOf(field.options, text) ?? text) === text
          ? text.split(/[,;|\n]/)
          : [text];
      const values = words
        .map((word) => word.trim())
        .filter(Boolean)
        .map((word) => optionOf(field.options, word));
      return values.includes(null) ? refused('unknown_option') : answered([...new Set(values as string[])]);
    }
    case 'file':
      return refused('file_not_taken');
    case 'organisation':
    case 'town':
      return answered(partsOf(raw, text));
    case 'contact':
      return answered({ lastName: text });
    default:
      return answered(textOf(raw).replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed());
  }
}

function partsOf(raw: Raw, text: string): Parts {
  const parts = typeof raw === 'object' && 'parts' in raw ? raw.parts : { name: text };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value.trim() !== ''));
}

/** By its value, or its label in either language, however it is accented or cased. */
function optionOf(options: readonly Option[], text: string): string | null {
  const key = nameKey(text);
  const found = options.find(
    ({ value, label }) => value === text || [value, label.fr, label.en].some((word) => nameKey(word) === key),
  );
  return found?.value ?? null;
}
