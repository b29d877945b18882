'use client';
import { type ReactNode, startTransition, useActionState, useCallback, useRef } from 'react';
import { showConditions } from '@/components/calls/live-conditions';
import { momentText } from '@/components/ui/deadline';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FormContext } from '@/components/ui/form-context';
import { Notice } from '@/components/ui/notice';
import type { SectionState } from '@/lib/applications/section-state';
import type { Answers } from '@/lib/calls/answers';
import type { FormDefinition } from '@/lib/calls/form';
import { sectionFields } from '@/lib/calls/shape';
import { ConflictPanel } from './conflict-panel';
import { SaveStatus } from './save-status';
import { useDraftSaver } from './use-draft-saver';

type Props = {
  action: (previous: SectionState, data: FormData) => Promise<SectionState>;
  hidden: Record<string, string>;
  /** The section's answers as this page shows them, and the draft's version. */
  base: Answers;
  version: number;
  url: string;
  who: string;
  initialState: SectionState;
  /** What the conditions of this section read: nothing when it has none. */
  live?: { definition: FormDefinition; section: string; answers: Answers };
  labels: Record<string, string>;
  fieldLabels: Record<string, string>;
  heading: ReactNode;
  children: ReactNode;
};

/** A section of a draft: a plain form that also saves itself. Posting it waits for the save in flight. */
export function SectionForm({
  action,
  hidden,
  base,
  version,
  url,
  who,
  initialState,
  live,
  labels,
  fieldLabels,
  heading,
  children,
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [state, send, pending] = useActionState(action, initialState);
  const onInput = useCallback(
    (element: HTMLFormElement) => {
      if (live) showConditions(element, { ...live, fields: sectionFields(live.definition, live.section) ?? [] });
    },
    [live],
  );
  const {
    saver,
    state: saving,
    conflicts,
    restored,
  } = useDraftSaver(form, { url, who, base, version, posted: state, onInput });
  // Without scripts, those of the posted form; with them, they are chosen here like any other.
  const all = conflicts ?? state.conflicts ?? [];
  return (
    <FormContext value={{ state, pending }}>
      <ErrorSummary state={state} />
      {heading}
      <form
        ref={form}
        noValidate
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          if (pending) return;
          const element = event.currentTarget;
          const submitter = (event.nativeEvent as SubmitEvent).submitter;
          void (saver.current?.settle() ?? Promise.resolve()).then(() => {
            const data = new FormData(element, submitter);
            startTransition(() => send(data));
          });
        }}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          type="hidden"
          name="_base"
          defaultValue={JSON.stringify(state.base ?? base)}
          key={JSON.stringify(state.base ?? '')}
        />
        {/* Enter in a text field presses the first button: it must save and stay, never remove a row. */}
        <button className="hidden-text" type="submit" name="intent" value="stay" tabIndex={-1} aria-hidden="true" />
        <ConflictPanel
          conflicts={all}
          labels={labels}
          fieldLabels={fieldLabels}
          form={form}
          saver={conflicts ? saver : null}
        />
        <div role="status">
          {restored ? (
            <Notice tone="info" boxed title={labels.restored?.replace('{moment}', when(restored, labels))} />
          ) : null}
        </div>
        {children}
        <SaveStatus state={saving} labels={labels} retry={() => void saver.current?.flush()} />
      </form>
    </FormContext>
  );
}

/** On the reader's own clock. */
const when = (moment: Date, { locale = 'fr' }: Record<string, string>): string =>
  momentText(moment, { locale, zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
