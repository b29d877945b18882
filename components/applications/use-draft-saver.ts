'use client';
import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { entriesOf, rootOf } from '@/components/calls/live-conditions';
import { type Batch, DraftSaver, type SaverState } from '@/lib/applications/draft-saver';
import type { SectionState } from '@/lib/applications/section-state';
import type { Answers } from '@/lib/calls/answers';
import type { Conflict } from '@/lib/calls/merge';
import { finishes, sendBatch, sendLast } from './draft-request';
import { listFields, showDefaults, typedEarly } from './form-entries';
import { isKept, keepWords, owning, pageKey } from './kept-words';
import { restore } from './restore-words';

type Options = {
  url: string;
  /** Whose words this browser keeps until the server has them. */
  who: string;
  base: Answers;
  /** Of the draft, as this page shows it. */
  version: number;
  /** What posting the form gave back. */
  posted: SectionState;
  onInput: (form: HTMLFormElement) => void;
};

/** Ties a DraftSaver to a form: what is typed, the network, the page that goes away, what an earlier page left. */
export function useDraftSaver(form: RefObject<HTMLFormElement | null>, options: Options) {
  const { url, who, base, version, posted } = options;
  const latest = useRef(options);
  latest.current = options;
  const saver = useRef<DraftSaver | null>(null);
  const router = useRouter();
  const [state, setState] = useState<SaverState>({ status: 'idle' });
  const [conflicts, setConflicts] = useState<Conflict[] | null>(null);
  const [restored, setRestored] = useState<Date | null>(null);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const key = pageKey(who, url);
    const disown = owning(key);
    const listening = new AbortController();
    const { signal } = listening;
    let kept = true;
    let flying: Batch | null = null;
    const own = new DraftSaver(
      {
        read: (field) => entriesOf(element, field),
        send: async (batch) => {
          flying = batch;
          const sent = await sendBatch(url, batch);
          flying = null;
          return sent;
        },
        later: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds);
          return () => clearTimeout(timer);
        },
        keep: (batch) => {
          // Signing out took them away: a page that is gone does not bring them back.
          if (!signal.aborted || isKept(key)) kept = keepWords(key, batch);
        },
        changed: (next, now) => {
          setState(next);
          setConflicts(now);
          const hidden = element.elements.namedItem('_base');
          if (hidden instanceof HTMLInputElement) hidden.value = JSON.stringify(own.base);
        },
      },
      structuredClone(latest.current.base),
      latest.current.version,
    );
    saver.current = own;
    // Words are kept here with what they were typed over; a browser that fills them in by itself knows no version.
    element.autocomplete = 'off';
    for (const field of typedEarly(element)) own.touch(field);
    void restore(element, { url, who, own, refresh: router.refresh }).then((at) => at && setRestored(at));

    const touched = (event: Event) => {
      // Leaving a text field says nothing new: its words came with `input`.
      if (event.type === 'change' && isText(event.target)) return;
      // Files stand in the page but belong to small forms of their own.
      if ((event.target as HTMLInputElement).form !== element) return;
      const field = rootOf((event.target as HTMLInputElement).name ?? '');
      if (field && !field.startsWith('_')) own.touch(field);
      latest.current.onInput(element);
    };
    const unsaved = () => own.unsaved.length > 0;
    // A telephone ends hidden pages without another word; the network comes back, or the session from another tab.
    const seen = () => void (unsaved() && own.flush());
    const leave = () =>
      sendLast(url, own.last(flying !== null && !finishes(flying)), flying !== null && finishes(flying));
    // Kept nowhere else: the browser asks before it lets the text go.
    const ask = (event: BeforeUnloadEvent) => {
      if (!kept && own.owed.length > 0) event.preventDefault();
    };
    element.addEventListener('input', touched, { signal });
    element.addEventListener('change', touched, { signal });
    document.addEventListener('visibilitychange', seen, { signal });
    window.addEventListener('online', seen, { signal });
    window.addEventListener('pagehide', leave, { signal });
    window.addEventListener('beforeunload', ask, { signal });
    return () => {
      listening.abort();
      void own.flush().then(disown);
    };
  }, [form, url, who, router]);

  // The page came back from the server (a file arrived, a row was added): what it shows is what counts from now on.
  const shown = useRef(base);
  useEffect(() => {
    if (shown.current === base) return;
    shown.current = base;
    const [element, own] = [form.current, saver.current];
    if (element && own?.shows(structuredClone(base), version, listFields(element))) showDefaults(element, own.owed);
  }, [form, base, version]);

  useEffect(() => {
    if (posted.conflicts && posted.base) saver.current?.posted(structuredClone(posted.base), posted.conflicts);
  }, [posted]);

  return { saver, state, conflicts, restored };
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !/^(radio|checkbox|date)/.test(target.type));
