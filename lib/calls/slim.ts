import type { Bilingual, Field, FormDefinition } from './form';

const NOTHING: Bilingual = { fr: '', en: '' };

/** A form without its words: what a browser needs to follow the conditions, and no more to download. */
export function withoutWords(definition: FormDefinition): FormDefinition {
  return {
    ...definition,
    sections: definition.sections.map((one) => ({
      id: one.id,
      title: NOTHING,
      ...(one.showIf ? { showIf: one.showIf } : {}),
      fields: one.fields.map(silent),
    })),
    attestations: [],
    ineligibility: [],
    consistency: [],
  };
}

/** The whole form without its words: the preview follows what is signed and what makes a file ineligible too. */
export function wholeWithoutWords(definition: FormDefinition): FormDefinition {
  return {
    ...withoutWords(definition),
    attestations: definition.attestations.map(silent),
    ineligibility: definition.ineligibility.map((one) => ({ ...one, message: NOTHING })),
  };
}

function silent<F extends Field>(field: F): F {
  const { help: _, example: __, ...rest } = field;
  const bare = { ...rest, label: NOTHING } as unknown as F;
  if ('options' in bare) bare.options = bare.options.map((one) => ({ ...one, label: NOTHING }));
  if (bare.type === 'group') return { ...bare, rowLabel: NOTHING, fields: bare.fields.map(silent) } as F;
  return bare;
}
