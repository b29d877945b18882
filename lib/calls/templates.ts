import type { FormDefinition, FormDefinitionInput } from './form';
import { formDefinition } from './form';
import { cohort4 } from './template-cohort-4';
import { cohort6 } from './template-cohort-6';

export const TEMPLATES = ['cohort6', 'cohort4', 'empty'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

const SOURCES: Record<TemplateName, FormDefinitionInput> = { cohort6, cohort4, empty: { sections: [] } };

/** A fresh copy of a template: the builder may change it freely. */
export function formTemplate(name: TemplateName): FormDefinition {
  return formDefinition.parse(structuredClone(SOURCES[name]));
}
