'use client';
import { useEffect, useRef, useState } from 'react';
import { type FormState, fieldId } from './form-state';
import { useLabels } from './labels-context';

/** Above the h1: what to correct, each line a link to its field. Takes the focus when it appears, with or without JavaScript. */
export function ErrorSummary({ state }: { state: FormState }) {
  const label = useLabels();
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});
  const prefix = `${label('errorPrefix')} `;
  const shown = state.status === 'error';
  useEffect(() => {
    if (!shown || !state) return;
    box.current?.focus();
    setLabels(Object.fromEntries(Object.keys(state.errors).map((name) => [name, labelOf(name)])));
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      document.title = document.title.replace(prefix, '');
    };
  }, [shown, state, prefix]);
  const entries = Object.entries(state.errors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  // With nothing to sum up, the form says what is wrong in its own place.
  if (!shown || entries.length + state.formErrors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what moves the reader to the summary.
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{label('errorSummary')}</h2>
      {state.formErrors.map((message) => (
        <p className="mt-2" key={message}>
          {message}
        </p>
      ))}
      {entries.length ? (
        <ul className="mt-2">
          {entries.map(({ name, message }) => (
            <li key={`${name} ${message}`}>
              <a href={`#${fieldId(name)}`}>
                {labels[name] ? `${labels[name]}${label('colon')} ` : ''}
                {message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** « Ce champ est à remplir » says nothing without its field's name: read it where it is shown. */
function labelOf(name: string): string {
  const control = document.getElementById(fieldId(name));
  const group = control?.closest('fieldset')?.querySelector('legend');
  const label = group ?? document.querySelector(`label[for="${CSS.escape(fieldId(name))}"]`);
  return label?.firstChild?.textContent?.trim() ?? '';
}
