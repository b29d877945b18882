'use client';
import { createContext, useContext } from 'react';
import { type FormState, fieldId, idleState } from './form-state';

export const FormContext = createContext<{ state: FormState; pending: boolean }>({ state: idleState, pending: false });

export type FieldProps = {
  name: string;
  label: React.ReactNode;
  help?: React.ReactNode;
  /** Fields are required unless they say so. */
  optional?: boolean;
  /** Shown instead of what the surrounding form says. */
  errors?: string[];
  id?: string;
};

/** Everything a control needs from its form: id, errors, typed value, aria wiring. Written once. */
export function useField({ name, help, errors, id }: Pick<FieldProps, 'name' | 'help' | 'errors' | 'id'>) {
  const { state } = useContext(FormContext);
  const own = errors ?? state.errors[name] ?? [];
  const key = id ?? fieldId(name);
  const described = [help ? `${key}-help` : '', own.length ? `${key}-error` : ''].filter(Boolean).join(' ');
  return {
    id: key,
    errors: own,
    typed: state.status === 'done' ? undefined : state.values[name],
    better: state.better?.[name],
    filled: state.filled === name,
    aria: { 'aria-describedby': described || undefined, 'aria-invalid': own.length > 0 || undefined },
  };
}

export const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export const all = (value: string | string[] | undefined): string[] | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value];
