import { useTranslations } from 'next-intl';
import { Checkboxes } from '@/components/ui/choices';
import { DateInput, TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { FieldType } from '@/lib/calls/form';
import { CONTACT_PARTS, FILE_TYPES } from '@/lib/calls/shape';

const NUMBERS: Partial<Record<FieldType, readonly string[]>> = {
  shortText: ['maxCharacters'],
  longText: ['maxLines', 'maxCharacters'],
  number: ['min', 'max', 'decimals'],
  money: ['min', 'max'],
  manyOf: ['min', 'max'],
  file: ['max', 'megabytes'],
  group: ['min', 'max'],
};

type Props = { type: FieldType; values: Record<string, string | string[]> /** A new question. */; fresh: boolean };

/** What one chooses, ticks or attaches needs no example; one that came with a form is kept. */
const SHOWN_BY_ITSELF = new Set<FieldType>(['yesNo', 'oneOf', 'manyOf', 'attestation', 'file', 'group']);

/** What only some types have: lengths, bounds, options, kinds of files, the name of a row. */
export function FieldLimits({ type, values, fresh }: Props) {
  const t = useTranslations('calls.builder.fields');
  const parts = useTranslations('calls.fields.parts');
  const value = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const list = (name: string) => (Array.isArray(values[name]) ? values[name] : []);
  return (
    <>
      {!SHOWN_BY_ITSELF.has(type) || value('exampleFr') || value('exampleEn') ? (
        <>
          <TextInput name="exampleFr" label={t('exampleFr')} defaultValue={value('exampleFr')} optional />
          <TextInput name="exampleEn" label={t('exampleEn')} defaultValue={value('exampleEn')} optional />
        </>
      ) : null}
      {(NUMBERS[type] ?? []).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={t(`${name}.${type}` as 'maxLines.longText')}
          inputMode="decimal"
          width="short"
          defaultValue={value(name)}
          optional
        />
      ))}
      {type === 'number' ? (
        <>
          <TextInput name="unitFr" label={t('unitFr')} width="short" defaultValue={value('unitFr')} optional />
          <TextInput name="unitEn" label={t('unitEn')} width="short" defaultValue={value('unitEn')} optional />
        </>
      ) : null}
      {type === 'date' ? (
        <>
          <DateInput name="minDate" label={t('minDate')} defaultValue={value('minDate')} optional />
          <DateInput name="maxDate" label={t('maxDate')} defaultValue={value('maxDate')} optional />
        </>
      ) : null}
      {type === 'oneOf' || type === 'manyOf' ? (
        <Textarea
          name="options"
          label={t('options')}
          help={t('optionsHelp')}
          rows={6}
          defaultValue={value('options')}
        />
      ) : null}
      {type === 'file' ? (
        <Checkboxes
          name="types"
          label={t('types')}
          defaultValue={list('types')}
          options={FILE_TYPES.map((one) => ({ value: one, label: one.toUpperCase() }))}
          inline
        />
      ) : null}
      {type === 'contact' ? (
        <Checkboxes
          name="parts"
          label={t('parts')}
          defaultValue={list('parts')}
          options={CONTACT_PARTS.map((one) => ({ value: one, label: parts(one) }))}
        />
      ) : null}
      {type === 'group' ? (
        <>
          <TextInput name="rowFr" label={t('rowFr')} help={t('rowHelp')} defaultValue={value('rowFr')} />
          <TextInput name="rowEn" label={t('rowEn')} defaultValue={value('rowEn')} optional />
          {fresh ? (
            <>
              <TextInput name="columnFr" label={t('columnFr')} help={t('columnHelp')} />
              <TextInput name="columnEn" label={t('columnEn')} optional />
            </>
          ) : null}
        </>
      ) : null}
    </>
  );
}
