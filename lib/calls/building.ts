import type { z } from 'zod';
import type { Bilingual, FormDefinitionInput, field, section } from './form';

/** Short notation for forms written in code: the templates and the tests. */
type FieldInput = z.input<typeof field>;
type SectionInput = z.input<typeof section>;

export function text(fr: string, en: string): Bilingual {
  return { fr, en };
}

export function inSection(id: string, title: Bilingual, fields: FieldInput[], help?: Bilingual): SectionInput {
  return { id, title, ...(help ? { help } : {}), fields };
}

type Rest = { help?: Bilingual; example?: Bilingual; required?: boolean; showIf?: string; requireIf?: string };

export function shortText(id: string, label: Bilingual, rest: Rest = {}): FieldInput {
  return { type: 'shortText', id, label, required: true, ...rest };
}

/** A long text limited in lines, as the annexes of the calls print it. */
export function lines(id: string, maxLines: number, label: Bilingual, help?: Bilingual, rest: Rest = {}): FieldInput {
  return { type: 'longText', id, label, maxLines, required: true, ...(help ? { help } : {}), ...rest };
}

type Attestation = NonNullable<FormDefinitionInput['attestations']>[number];

export function attestation(id: string, label: Bilingual): Attestation {
  return { type: 'attestation', id, label, required: true };
}
