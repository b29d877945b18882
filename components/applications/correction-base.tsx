'use client';
import { useContext, useRef, useState } from 'react';
import { FormContext } from '@/components/ui/form-context';
import type { SectionState } from '@/lib/applications/section-state';
import type { Answers } from '@/lib/calls/answers';
import { ConflictPanel } from './conflict-panel';

type Props = { base: Answers; labels: Record<string, string>; fieldLabels: Record<string, string> };

/**
 * What the page started from, which stays when a file that arrived refreshes what is around it. After a conflict with a
 * co-author: both texts, a choice, and what they wrote as the new start.
 */
export function CorrectionBase({ base, labels, fieldLabels }: Props) {
  const state: SectionState = useContext(FormContext).state;
  const form = useRef<HTMLFormElement>(null);
  const [start] = useState(base);
  const from = JSON.stringify(state.base ?? start);
  return (
    <>
      <input type="hidden" name="_base" defaultValue={from} key={from} />
      <ConflictPanel
        conflicts={state.conflicts ?? []}
        labels={labels}
        fieldLabels={fieldLabels}
        form={form}
        saver={null}
      />
    </>
  );
}
