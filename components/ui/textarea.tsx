'use client';
import { type ComponentProps, useEffect, useState } from 'react';
import { remaining, type TextLimit } from './count';
import { Field } from './field';
import { type FieldProps, first, useField } from './form-context';
import { useLabels } from './labels-context';

type Native = Omit<ComponentProps<'textarea'>, keyof FieldProps>;

/** A text that grows with what is typed. The limit is said, never enforced while typing: nobody loses a sentence. */
export function Textarea({
  label,
  help,
  optional,
  errors,
  id,
  limit,
  defaultValue,
  onInput,
  ...rest
}: FieldProps & Native & { limit?: TextLimit | readonly TextLimit[] }) {
  const field = useField({ name: rest.name, help, errors, id });
  const start = first(field.typed) ?? (defaultValue === undefined ? '' : String(defaultValue));
  const [text, setText] = useState(start);
  const limits = limit === undefined ? [] : 'length' in limit ? limit : [limit];
  const counter = limits.length > 0 ? `${field.id}-count` : '';
  const described = [field.aria['aria-describedby'], counter].filter(Boolean).join(' ');
  return (
    <Field id={field.id} label={label} help={help} optional={optional} errors={field.errors}>
      <textarea
        className="control"
        rows={4}
        {...rest}
        {...field.aria}
        aria-describedby={described || undefined}
        id={field.id}
        defaultValue={start}
        onInput={(event) => {
          setText(event.currentTarget.value);
          onInput?.(event);
        }}
      />
      {limits.length > 0 ? <Counter id={counter} text={text} limits={limits} /> : null}
    </Field>
  );
}

/** Seen at once, spoken one second after the last key. */
function Counter({ id, text, limits }: { id: string; text: string; limits: readonly TextLimit[] }) {
  const label = useLabels();
  const [spoken, setSpoken] = useState('');
  const all = limits.map((limit) => {
    const left = remaining(text, limit);
    const unit = 'characters' in limit ? 'characters' : 'lines';
    return { over: left < 0, says: label(`${unit}${left < 0 ? 'Over' : 'Left'}`, Math.abs(left)) };
  });
  const sentence = all.map(({ says }) => says).join(' · ');
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => setSpoken(sentence), 1000);
    return () => clearTimeout(timer);
  }, [sentence, text]);
  return (
    <>
      <p className="counter" id={id} data-over={all.some(({ over }) => over) ? '' : undefined}>
        {sentence}
      </p>
      <span className="hidden-text" role="status">
        {spoken}
      </span>
    </>
  );
}
