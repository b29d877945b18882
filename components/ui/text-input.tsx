'use client';
import type { ComponentProps } from 'react';
import { Field } from './field';
import { type FieldProps, first, useField } from './form-context';
import { useLabels } from './labels-context';

type Native = Omit<ComponentProps<'input'>, keyof FieldProps | 'size' | 'width'>;
type Width = { width?: 'short' | 'medium' | 'full' };

export function TextInput({
  label,
  help,
  optional,
  errors,
  id,
  width,
  defaultValue,
  ...rest
}: FieldProps & Native & Width) {
  const field = useField({ name: rest.name, help, errors, id });
  return (
    <Field id={field.id} label={label} help={help} optional={optional} errors={field.errors}>
      <input
        className="control"
        type="text"
        data-width={width}
        {...rest}
        {...field.aria}
        id={field.id}
        defaultValue={first(field.typed) ?? defaultValue}
      />
    </Field>
  );
}

/**
 * A day, or a day and an hour with `withTime`; the value is ISO (`2026-03-18` or `2026-03-18T23:59`). When the server
 * knows a better one, a button fills it in.
 */
export function DateInput({ withTime, ...rest }: FieldProps & Native & { withTime?: boolean }) {
  const { better, filled, typed } = useField({ name: rest.name });
  const label = useLabels();
  return (
    <>
      <TextInput
        // What a hand has typed in stays over a new default: the control is another one once it is filled.
        key={filled ? `filled ${typed}` : 'own'}
        autoFocus={filled}
        width="medium"
        {...rest}
        type={withTime ? 'datetime-local' : 'date'}
      />
      {better ? (
        <p className="-mt-3 mb-6">
          <button className="btn" data-kind="secondary" type="submit" name="_take" value={`${rest.name} ${better}`}>
            {label('take')}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** An amount as people write it (« 20 000,50 »); the server reads it into cents. */
export function MoneyInput({
  label,
  help,
  optional,
  errors,
  id,
  unit = '€',
  defaultValue,
  ...rest
}: FieldProps & Native & { unit?: string }) {
  const field = useField({ name: rest.name, help, errors, id });
  return (
    <Field id={field.id} label={label} help={help} optional={optional} errors={field.errors}>
      <div className="affix">
        <input
          className="control"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...rest}
          {...field.aria}
          id={field.id}
          defaultValue={first(field.typed) ?? defaultValue}
        />
        <span>{unit}</span>
      </div>
    </Field>
  );
}

/** One file or several; `accept` and the size limit belong in `help`, in words. */
export function FileInput({ label, help, optional, errors, id, ...rest }: FieldProps & Native) {
  const field = useField({ name: rest.name, help, errors, id });
  return (
    <Field id={field.id} label={label} help={help} optional={optional} errors={field.errors}>
      <input className="control" {...rest} {...field.aria} type="file" id={field.id} />
    </Field>
  );
}
