'use client';
import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field';
import { all, type FieldProps, useField } from './form-context';

export type Option = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean };
type Shared = FieldProps & { options: Option[]; inline?: boolean };

function Choice({
  type,
  id,
  name,
  option,
  checked,
  onChange,
}: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  onChange?: ComponentProps<'input'>['onChange'];
}) {
  return (
    <label className="choice" htmlFor={id}>
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={checked}
        disabled={option.disabled}
        onChange={onChange}
        aria-describedby={option.help ? `${id}-hint` : undefined}
      />
      <span>
        {option.label}
        {option.help ? (
          <span className="help block" id={`${id}-hint`}>
            {option.help}
          </span>
        ) : null}
      </span>
    </label>
  );
}

function Group({
  type,
  label,
  help,
  optional,
  errors,
  id,
  name,
  options,
  inline,
  chosen,
  onChange,
}: Shared & { type: 'radio' | 'checkbox'; chosen: string[]; onChange?: ComponentProps<'input'>['onChange'] }) {
  const field = useField({ name, help, errors, id });
  const typed = all(field.typed) ?? chosen;
  return (
    <Field group id={field.id} label={label} help={help} optional={optional} errors={field.errors}>
      <div className="choices" data-inline={inline ? '' : undefined}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type={type}
            id={index ? `${field.id}-${index}` : field.id}
            name={name}
            option={option}
            checked={typed.includes(option.value)}
            onChange={onChange}
          />
        ))}
      </div>
    </Field>
  );
}

type OnChange = { onChange?: ComponentProps<'input'>['onChange'] };

export function Radios({ defaultValue, ...rest }: Shared & OnChange & { defaultValue?: string }) {
  return <Group type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} {...rest} />;
}

export function Checkboxes({ defaultValue = [], ...rest }: Shared & OnChange & { defaultValue?: string[] }) {
  return <Group type="checkbox" chosen={defaultValue} {...rest} />;
}

/** One box to tick, its own label beside it: an attestation, a setting. */
export function Checkbox({
  label,
  help,
  errors,
  id,
  name,
  value = 'on',
  defaultChecked = false,
  onChange,
}: FieldProps & OnChange & { value?: string; defaultChecked?: boolean }) {
  const field = useField({ name, help, errors, id });
  const checked = field.typed === undefined ? defaultChecked : (all(field.typed) ?? []).includes(value);
  return (
    <div className="field" data-invalid={field.errors.length ? '' : undefined}>
      {field.errors.map((message) => (
        <p className="error" id={`${field.id}-error`} key={message}>
          {message}
        </p>
      ))}
      <label className="choice" htmlFor={field.id}>
        <input
          type="checkbox"
          id={field.id}
          name={name}
          value={value}
          defaultChecked={checked}
          onChange={onChange}
          {...field.aria}
        />
        <span>{label}</span>
      </label>
      {help ? (
        <div className="help pl-9" id={`${field.id}-help`}>
          {help}
        </div>
      ) : null}
    </div>
  );
}
