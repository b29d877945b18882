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

function silent<F extends Field>(field: F): F {
  const { help: _, example: __, ...rest } = field;
  const bare = { ...rest, label: NOTHING } as unknown as F;
  if ('options' in bare) bare.options = bare.options.map((one) => ({ ...one, label: NOTHING }));
  if (bare.type === 'group') return { ...bare, rowLabel: NOTHING, fields: bare.fields.map(silent) } as F;
  return bare;
}
