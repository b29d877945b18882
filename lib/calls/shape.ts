import type { Bilingual, Field, FormDefinition } from './form';

/** What browser and server both need of a form, without the schema that checks it. */

export const FILE_TYPES = ['pdf', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'csv', 'png', 'jpg'] as const;

export const CONTACT_PARTS = ['firstName', 'lastName', 'role', 'entity', 'email', 'phone'] as const;
export type ContactPart = (typeof CONTACT_PARTS)[number];

/** The pseudo-section that holds the attestations. */
export const ATTESTATIONS = 'attestations';

/** The text in the reader's language; French is the reference. */
export const inLanguage = (text: Bilingual, locale: string): string => (locale === 'en' && text.en) || text.fr;

/** Whether a question is shown or required by what other answers say. */
export const isConditional = (field: Field): boolean => Boolean(field.showIf || field.requireIf);

/** Every top-level field, attestations last. */
export function fieldsOf(definition: FormDefinition): Field[] {
  return [...definition.sections.flatMap((one) => one.fields), ...definition.attestations];
}

export function findField(definition: FormDefinition, id: string): Field | undefined {
  return fieldsOf(definition).find((one) => one.id === id);
}

/** The fields of one section or of the attestations; null when there is no such section. */
export function sectionFields(definition: FormDefinition, id: string): readonly Field[] | null {
  if (id === ATTESTATIONS) return definition.attestations;
  return definition.sections.find((one) => one.id === id)?.fields ?? null;
}

/** The field at `problem` or, inside a repeated group, `team.role`. */
export function findByPath(definition: FormDefinition, path: string): Field | undefined {
  const [id = '', sub] = path.split('.');
  const found = findField(definition, id);
  if (sub === undefined) return found;
  return found?.type === 'group' ? found.fields.find((one) => one.id === sub) : undefined;
}
