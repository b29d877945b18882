'use client';
import { useContext } from 'react';
import { FieldErrors } from '@/components/ui/field';
import { FormContext } from '@/components/ui/form-context';
import { fieldId } from '@/components/ui/form-state';

/** What is wrong with a whole group of controls (too few rows, a person not given), above them. */
export function GroupErrors({ name }: { name: string }) {
  const { state } = useContext(FormContext);
  return <FieldErrors id={fieldId(name)} errors={state.errors[name] ?? []} />;
}
