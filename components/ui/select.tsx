'use client';
import type { ComponentProps, ReactNode } from 'react';
import type { Option } from './choices';
import { Field } from './field';
import { type FieldProps, first, useField } from './form-context';

type SelectProps = Omit<FieldProps, 'label'> & {
  label: ReactNode;
  options: Option[] /** First, empty line: « Choisir… » */;
  placeholder?: string;
  defaultValue?: string;
  width?: 'short' | 'medium' | 'full';
} & Omit<ComponentProps<'select'>, keyof FieldProps | 'children' | 'defaultValue'>;

export function Select({
  label,
  help,
  optional,
  errors,
  id,
  options,
  placeholder,
  defaultValue,
  width,
  ...rest
}: SelectProps) {
  const field = useField({ name: rest.name, help, errors, id });
  return (
    <Field id={field.id} label={label} help={help} optional={optional} errors={field.errors}>
      <select
        className="control"
        data-width={width}
        {...rest}
        {...field.aria}
        id={field.id}
        defaultValue={first(field.typed) ?? defaultValue ?? ''}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
