import { useLocale, useTranslations } from 'next-intl';
import { fieldId } from '@/components/ui/form-state';
import { TextInput } from '@/components/ui/text-input';
import type { Parts } from '@/lib/calls/answers';
import type { FieldOf } from '@/lib/calls/form';
import { CONTACT_PARTS, type ContactPart, inLanguage } from '@/lib/calls/shape';
import { FieldHelp, useHelp } from './field-help';
import { GroupErrors } from './group-errors';
import { OrganisationControl } from './organisation-control';

type Composite = FieldOf<'organisation'> | FieldOf<'town'> | FieldOf<'contact'>;
type Part = ContactPart | 'name' | 'postcode';

const SHAPE: Record<Part, { width?: 'short' | 'medium'; type?: string; inputMode?: 'numeric' | 'email' | 'tel' }> = {
  firstName: { width: 'medium' },
  lastName: { width: 'medium' },
  role: {},
  entity: {},
  email: { type: 'email', inputMode: 'email' },
  phone: { type: 'tel', inputMode: 'tel', width: 'medium' },
  name: {},
  postcode: { inputMode: 'numeric', width: 'short' },
};

/** An answer in several parts (a person, an organisation, a town): one legend, one input a part. */
export function PartsControl({
  field,
  name,
  parts,
  required,
}: {
  field: Composite;
  name: string;
  parts: Parts;
  required: boolean;
}) {
  const t = useTranslations('calls.fields');
  const locale = useLocale();
  const helped = useHelp(field);
  const id = fieldId(name);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={helped ? `${id}-help` : undefined}>
      <legend className="label text-lg">
        {inLanguage(field.label, locale)}
        {required ? null : <span className="optional"> ({t('optional')})</span>}
      </legend>
      {helped ? (
        <div className="help mb-4" id={`${id}-help`}>
          <FieldHelp field={field} />
        </div>
      ) : null}
      <GroupErrors name={name} />
      {field.type === 'organisation' ? (
        <OrganisationControl name={name} parts={parts} required={required} />
      ) : (
        <div className="parts">
          {partsOf(field).map((part) => {
            return (
              <TextInput
                key={part}
                name={`${name}.${part}`}
                label={t(`parts.${part === 'name' ? 'town' : part}`)}
                defaultValue={parts[part] ?? ''}
                autoComplete="off"
                {...SHAPE[part]}
              />
            );
          })}
        </div>
      )}
    </fieldset>
  );
}

function partsOf(field: Exclude<Composite, { type: 'organisation' }>): readonly Part[] {
  return field.type === 'town' ? ['name', 'postcode'] : (field.parts ?? CONTACT_PARTS);
}
