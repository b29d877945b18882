'use client';
import type { ReactNode } from 'react';
import { useLabels } from './labels-context';

type Props = {
  id: string;
  label: ReactNode;
  help?: ReactNode;
  optional?: boolean;
  errors: string[];
  /** A group of controls is a fieldset with a legend. */
  group?: boolean;
  children: ReactNode;
};

/** Label above, help under the label, then what went wrong, then the control. */
export function Field({ id, label, help, optional, errors, group, children }: Props) {
  const texts = useLabels();
  const Shell = group ? 'fieldset' : 'div';
  const content = (
    <>
      {label}
      {optional ? <span className="optional"> ({texts('optional')})</span> : null}
    </>
  );
  return (
    <Shell
      className="field"
      data-invalid={errors.length ? '' : undefined}
      aria-describedby={group ? idsOf(id, help, errors) : undefined}
    >
      {group ? (
        <legend className="label">{content}</legend>
      ) : (
        <label className="label" htmlFor={id}>
          {content}
        </label>
      )}
      {help ? (
        <div className="help" id={`${id}-help`}>
          {help}
        </div>
      ) : null}
      <FieldErrors id={id} errors={errors} />
      {children}
    </Shell>
  );
}

const idsOf = (id: string, help: ReactNode, errors: string[]) =>
  [help ? `${id}-help` : '', errors.length ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  const texts = useLabels();
  if (!errors.length) return null;
  return (
    <div id={`${id}-error`}>
      {errors.map((message) => (
        <p className="error" key={message}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path fill="currentColor" d="M8 0l8 15H0zM7 5v5h2V5zm0 6v2h2v-2z" fillRule="evenodd" />
          </svg>
          <span>
            <span className="hidden-text">{texts('errorPrefix')} </span>
            {message}
          </span>
        </p>
      ))}
    </div>
  );
}
