'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { forget, keep, kept } from './kept-draft';
import { fillForm, readForm, type Typed } from './typed';

export type Difference = { name: string; mine: string; theirs: string };
export type SaverState =
  | { kind: 'idle' | 'saving' | 'failed' | 'closed' | 'signedOut' }
  | { kind: 'saved'; at: Date }
  | { kind: 'conflict'; differences: Difference[]; theirs: Typed; version: number };

const PAUSE_MS = 900;
const AGAIN_MS = 5_000;

/** Debounced saving of the surrounding form, never two at once; the server's version number travels in the form itself. */
export function useDraft(anchor: RefObject<HTMLElement | null>, url: string) {
  const [state, setState] = useState<SaverState>({ kind: 'idle' });
  const busy = useRef(false);
  const dirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useCallback(() => anchor.current?.closest('form') ?? null, [anchor]);

  const save = useCallback(
    async (leaving = false) => {
      const shown = form();
      if (!shown || !dirty.current || (busy.current && !leaving)) return;
      busy.current = true;
      dirty.current = false;
      const version = shown.querySelector<HTMLInputElement>('input[name=version]');
      const typed = readForm(shown);
      const body = JSON.stringify({ version: Number(version?.value ?? 0), typed });
      if (!leaving) setState({ kind: 'saving' });
      // Before the network is trusted: a tunnel, a closed lid or a dead battery lose nothing.
      keep(url, { version: Number(version?.value ?? 0), typed });
      try {
        const answer = await fetch(url, {
          method: 'PUT',
          body,
          headers: { 'content-type': 'application/json' },
          keepalive: leaving,
        });
        const said = (await answer.json().catch(() => ({}))) as { version?: number; savedAt?: string; theirs?: Typed };
        if (answer.ok) {
          if (version) version.value = String(said.version);
          if (!dirty.current) forget(url);
          setState({ kind: 'saved', at: new Date(said.savedAt ?? Date.now()) });
        } else if (answer.status === 409 && said.theirs) {
          const apart = differences(typed, said.theirs);
          if (apart.length === 0) {
            // Saved as the page was left, before its answer could be read.
            if (version) version.value = String(said.version);
            forget(url);
            setState({ kind: 'saved', at: new Date() });
          } else setState({ kind: 'conflict', theirs: said.theirs, version: said.version ?? 0, differences: apart });
        } else if (answer.status === 401) setState({ kind: 'signedOut' });
        else if (answer.status === 423 || answer.status === 404) {
          forget(url);
          setState({ kind: 'closed' });
        } else throw new Error(String(answer.status));
      } catch {
        dirty.current = true;
        setState({ kind: 'failed' });
        clearTimeout(timer.current);
        timer.current = setTimeout(() => save(), AGAIN_MS);
      } finally {
        busy.current = false;
        if (dirty.current) {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => save(), PAUSE_MS);
        }
      }
    },
    [form, url],
  );

  useEffect(() => {
    const shown = form();
    if (!shown) return;
    const typed = () => {
      dirty.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => save(), PAUSE_MS);
    };
    const leaving = () => save(true);
    const online = () => save();
    // What this browser kept and the server never took comes back, and is sent against the version it was typed over.
    const waiting = kept(url);
    if (waiting) {
      fillForm(shown, waiting.typed);
      const version = shown.querySelector<HTMLInputElement>('input[name=version]');
      if (version) version.value = String(waiting.version);
      dirty.current = true;
      timer.current = setTimeout(() => save(), 0);
    }
    const sent = () => {
      clearTimeout(timer.current);
      const version = shown.querySelector<HTMLInputElement>('input[name=version]');
      keep(url, { version: Number(version?.value ?? 0), typed: readForm(shown) });
    };
    shown.addEventListener('input', typed);
    shown.addEventListener('submit', sent);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('online', online);
    return () => {
      clearTimeout(timer.current);
      shown.removeEventListener('input', typed);
      shown.removeEventListener('submit', sent);
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('online', online);
    };
  }, [form, save, url]);

  const settle = (take: boolean) => {
    const shown = form();
    if (!shown || state.kind !== 'conflict') return;
    if (take) {
      fillForm(shown, state.theirs);
      forget(url);
    }
    const version = shown.querySelector<HTMLInputElement>('input[name=version]');
    if (version) version.value = String(state.version);
    dirty.current = !take;
    setState({ kind: 'idle' });
    if (!take) void save();
  };
  return {
    state,
    retry: () => void save(),
    keepMine: () => settle(false),
    takeTheirs: () => settle(true),
  };
}

const differences = (mine: Typed, theirs: Typed): Difference[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    .map((name) => ({ name, mine: mine[name] ?? '', theirs: theirs[name] ?? '' }))
    .filter((one) => one.mine !== one.theirs);
