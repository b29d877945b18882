'use client';
import {
  type ComponentProps,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { type FormAction, type FormState, idleState } from './form-state';
import { useLabels } from './labels-context';
import { Notice } from './notice';

type Props = {
  action: FormAction;
  /** What stands before the fields, the h1 included: the error summary comes above it. */
  heading?: ReactNode;
  hidden?: Record<string, string>;
  initialState?: FormState;
  resetOnDone?: boolean;
  children: ReactNode;
} & Omit<ComponentProps<'form'>, 'action' | 'children' | 'hidden'>;

/**
 * A form around a server action. Without JavaScript it is posted like any form. With it, we send the data ourselves:
 * React would otherwise empty the fields after the answer, and a second click while busy is dropped.
 */
export function ActionForm({
  action,
  heading,
  hidden = {},
  initialState = idleState,
  resetOnDone,
  children,
  ...rest
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  // The action goes in as it is: wrapped, it could no longer be posted without JavaScript.
  const [state, send, pending] = useActionState(action, initialState);
  useEffect(() => {
    if (resetOnDone && state.status === 'done') form.current?.reset();
  }, [resetOnDone, state]);
  return (
    <FormContext value={{ state, pending }}>
      <ErrorSummary state={state} />
      {heading}
      {state.status === 'done' && state.message ? (
        <div role="status">
          <Notice tone="good" boxed>
            {state.message}
          </Notice>
        </div>
      ) : null}
      <form
        ref={form}
        noValidate
        {...rest}
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          if (pending) return;
          const submitter = (event.nativeEvent as SubmitEvent).submitter;
          const data = new FormData(event.currentTarget, submitter);
          startTransition(() => send(data));
        }}
      >
        {Object.entries({ ...hidden, ...state.hidden }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <Sending />
      </form>
    </FormContext>
  );
}

/** On a slow line: what was pressed is on its way. Said to everyone, once it has taken a moment. */
export function Sending() {
  const { pending } = useContext(FormContext);
  const label = useLabels();
  return (
    <p role="status" className="sending">
      {pending ? <span>{label('sending')}</span> : null}
    </p>
  );
}

/** Sends its form; says it is busy and cannot be pressed twice. */
export function SubmitButton({
  kind = 'primary',
  size = 'normal',
  children,
  ...rest
}: ComponentProps<'button'> & { kind?: 'primary' | 'secondary' | 'quiet' | 'danger'; size?: 'normal' | 'small' }) {
  const { pending } = useContext(FormContext);
  return (
    <button
      className="btn"
      type="submit"
      data-kind={kind}
      data-size={size}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...rest}
    >
      {children}
    </button>
  );
}
