import { useLocale, useTranslations } from 'next-intl';
import { fieldId } from '@/components/ui/form-state';
import { type Answer, type Row, rowsOf } from '@/lib/calls/answers';
import type { Conditions } from '@/lib/calls/conditions';
import type { GroupField } from '@/lib/calls/form';
import { inLanguage, isConditional } from '@/lib/calls/shape';
import { FieldHelp, useHelp } from './field-help';
import { GroupErrors } from './group-errors';
import { SimpleControl } from './simple-control';

type Props = {
  group: GroupField;
  answer: Answer | undefined;
  conditions: Conditions;
  required: boolean;
  perLine: number;
  preview?: boolean;
  reader?: string;
};

/** A repeated group: one fieldset a row. Adding and removing are buttons of the same form, so nothing typed is lost. */
export function GroupControl({ group, answer, conditions, required, perLine, preview, reader = '' }: Props) {
  const t = useTranslations('calls.fields');
  const locale = useLocale();
  const rows = shownRows(group, answer, reader);
  const helped = useHelp(group);
  const id = fieldId(group.id);
  const rowLabel = inLanguage(group.rowLabel, locale);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={helped ? `${id}-help` : undefined}>
      <legend className="label text-lg">
        {inLanguage(group.label, locale)}
        {required ? null : <span className="optional"> ({t('optional')})</span>}
      </legend>
      {helped ? (
        <div className="help" id={`${id}-help`}>
          <FieldHelp field={group} />
        </div>
      ) : null}
      <GroupErrors name={group.id} />
      {rows.map((row, index) => (
        <GroupRow
          key={row._key}
          group={group}
          row={row}
          index={index}
          title={`${rowLabel} ${index + 1}`}
          {...{ conditions, perLine, preview }}
        />
      ))}
      {preview || rows.length >= group.max ? null : (
        <button className="btn" data-kind="secondary" type="submit" name="intent" value={`add:${group.id}`}>
          {t('addRow', { row: rowLabel.toLocaleLowerCase(locale) })}
        </button>
      )}
    </fieldset>
  );
}

type RowProps = Pick<Props, 'group' | 'conditions' | 'perLine' | 'preview'> & {
  row: Row;
  index: number;
  title: string;
};

function GroupRow({ group, row, index, title, conditions, perLine, preview }: RowProps) {
  const t = useTranslations('calls.fields');
  const name = `${group.id}[${index}]`;
  return (
    <fieldset className="group-row" id={fieldId(name)} tabIndex={-1}>
      <legend className="label">{title}</legend>
      <input type="hidden" name={`${name}._key`} value={row._key} />
      {group.fields.map((field) => (
        <div
          key={field.id}
          data-condition={isConditional(field) ? `${name}.${field.id}` : undefined}
          data-away={field.showIf && !conditions.showsInRow(group, row, field) ? '' : undefined}
          data-required={conditions.requiresInRow(group, row, field) ? '' : undefined}
        >
          <SimpleControl
            field={field}
            name={`${name}.${field.id}`}
            answer={Object.hasOwn(row, field.id) ? row[field.id] : undefined}
            required={field.required}
            perLine={perLine}
          />
        </div>
      ))}
      {preview ? null : (
        <button
          className="btn"
          data-kind="quiet"
          data-size="small"
          type="submit"
          name="intent"
          value={`remove:${group.id}:${row._key}`}
        >
          {t('removeRow', { row: title })}
        </button>
      )}
    </fieldset>
  );
}

/** At least the minimum, or one: an empty group would show nothing to fill in. */
function shownRows(group: GroupField, answer: Answer | undefined, reader: string): Row[] {
  const rows = rowsOf(answer);
  const missing = Math.max(group.min, 1) - rows.length;
  return [
    ...rows,
    ...Array.from({ length: Math.max(0, missing) }, (_, index) => ({ _key: `blank${reader}${rows.length + index}` })),
  ];
}
