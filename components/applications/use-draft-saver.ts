'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { entriesOf, rootOf } from '@/components/calls/live-conditions';
import type { Answers } from '@/lib/calls/answers';
import type { Conflict } from '@/lib/calls/merge';
import { type Batch, DraftSaver, type SaverState, type Sent } from './draft-saver';

type Options = { url: string; base: Answers; onInput: (form: HTMLFormElement) => void };

/** The largest body a browser sends from a page that closes. */
const KEEPALIVE_BYTES = 60_000;

/** Ties a DraftSaver to a form: what is typed, the network, the closing of the tab, a reload after a lost session. */
export function useDraftSaver(form: RefObject<HTMLFormElement | null>, { url, base, onInput }: Options) {
  const saver = useRef<DraftSaver | null>(null);
  const [state, setState] = useState<SaverState>({ status: 'idle' });
  const [conflicts, setConflicts] = useState<Conflict[]>([]);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const kept = `draft ${url}`;
    const own = new DraftSaver(
      {
        read: (field) => entriesOf(element, field),
        send: (batch) => send(url, batch),
        later: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds);
          return () => clearTimeout(timer);
        },
        changed: (next, now) => {
          setState(next);
          setConflicts(now);
          const hidden = element.elements.namedItem('_base');
          if (hidden instanceof HTMLInputElement) hidden.value = JSON.stringify(own.base);
          // What could not be saved survives a reload of this tab, and nothing stays once it is saved.
          if (own.unsaved.length > 0) keep(kept, own.batch());
          else sessionStorage.removeItem(kept);
        },
      },
      structuredClone(base),
    );
    saver.current = own;
    restore(element, kept, own);
    const touched = (event: Event) => {
      // Leaving a text field says nothing new: its words came with `input`.
      if (event.type === 'change' && isText(event.target)) return;
      // Files stand in the page but belong to small forms of their own.
      if ((event.target as HTMLInputElement).form !== element) return;
      const name = (event.target as HTMLInputElement).name ?? '';
      const field = rootOf(name);
      if (field && !field.startsWith('_')) own.touch(field);
      onInput(element);
    };
    const leave = () => {
      const body = JSON.stringify(own.batch());
      if (own.unsaved.length > 0 && bytesOf(body) < KEEPALIVE_BYTES)
        void fetch(url, { method: 'PATCH', headers: JSON_TYPE, body, keepalive: true });
    };
    element.addEventListener('input', touched);
    element.addEventListener('change', touched);
    window.addEventListener('pagehide', leave);
    return () => {
      void own.flush();
      element.removeEventListener('input', touched);
      element.removeEventListener('change', touched);
      window.removeEventListener('pagehide', leave);
    };
  }, [form, url, base, onInput]);

  return { saver, state, conflicts };
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !/^(radio|checkbox|date)/.test(target.type));
const JSON_TYPE = { 'content-type': 'application/json' };
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const REFUSALS = {
  401: 'signed_out',
  403: 'read_only',
  404: 'not_found',
  410: 'call_closed',
  413: 'too_large',
  423: 'not_writable',
} as const;

async function send(url: string, batch: Batch): Promise<Sent> {
  try {
    const body = JSON.stringify(batch);
    // A tab closed while its words are on their way does not call them back; half the room is left to its last request.
    const keepalive = bytesOf(body) < KEEPALIVE_BYTES / 2;
    const response = await fetch(url, { method: 'PATCH', headers: JSON_TYPE, body, keepalive });
    if (response.ok || response.status === 409) return { kind: 'saved', ...(await response.json()) };
    const reason = REFUSALS[response.status as keyof typeof REFUSALS];
    return reason ? { kind: 'refused', reason } : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

function keep(key: string, batch: Batch): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(batch));
  } catch {
    // Storage full or forbidden: the text is still in the page.
  }
}

/** Puts back what an earlier page of this tab could not save, where the draft has not changed since. */
function restore(form: HTMLFormElement, key: string, saver: DraftSaver): void {
  const stored = sessionStorage.getItem(key);
  if (!stored) return;
  sessionStorage.removeItem(key);
  for (const [field, { base, entries }] of Object.entries((JSON.parse(stored) as Batch).fields)) {
    if (JSON.stringify(saver.base[field] ?? null) !== JSON.stringify(base)) continue;
    for (const [name, value] of entries) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type !== 'hidden'))
        control.value = value;
    }
    saver.touch(field);
  }
}
