'use client';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { FormDefinition } from '@/lib/calls/form';
import { fieldsOf } from '@/lib/calls/shape';
import { showConditions } from './live-conditions';

/** A form one may try: questions come and go as answers change, nothing is sent nor kept. */
export function FormTrial({ definition, children }: { definition: FormDefinition; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  const follow = useCallback(() => {
    if (!form.current) return;
    const conditions = showConditions(form.current, { definition, fields: fieldsOf(definition), answers: {} });
    const broken = new Set(conditions.ineligibilities().map((one) => one.id));
    for (const element of form.current.querySelectorAll<HTMLElement>('[data-rule]'))
      element.hidden = !broken.has(element.dataset.rule ?? '');
  }, [definition]);
  // A browser that goes back puts the answers in place by itself.
  useEffect(follow, [follow]);
  return (
    <form ref={form} noValidate onInput={follow} onChange={follow} onSubmit={(event) => event.preventDefault()}>
      {children}
    </form>
  );
}
