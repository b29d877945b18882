'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Outcome, reachable, read, type SaverState, SETTLED, sendDraft, setVersion } from './draft-request';
import { holdSubmit } from './hold-submit';
import { forget, keep, kept } from './kept-draft';
import { fillForm } from './typed';

const PAUSE_MS = 900;
const AGAIN_MS = 5_000;

/**
 * Debounced saving of the surrounding form, never two at once; the server's version number travels in the form itself.
 * Each keystroke is kept in this browser first; the last state leaves as soon as there is a network.
 */
export function useDraft(anchor: RefObject<HTMLElement | null>, url: string) {
  const [state, setState] = useState<SaverState>({ kind: 'idle' });
  const busy = useRef<Promise<unknown>>(undefined);
  const dirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useCallback(() => anchor.current?.closest('form') ?? null, [anchor]);

  const save = useCallback(
    async (leaving = false): Promise<Outcome | undefined> => {
      const shown = form();
      if (!shown || !dirty.current || (busy.current && !leaving)) return;
      dirty.current = false;
      if (!leaving) setState({ kind: 'saving' });
      const sending = sendDraft(url, shown, { leaving, still: () => dirty.current });
      busy.current = sending;
      const { outcome, state: now } = await sending;
      setState(now);
      busy.current = undefined;
      if (outcome === 'away') dirty.current = true;
      clearTimeout(timer.current);
      if (dirty.current) timer.current = setTimeout(() => save(), outcome === 'away' ? AGAIN_MS : PAUSE_MS);
      return outcome;
    },
    [form, url],
  );

  useEffect(() => {
    const shown = form();
    if (!shown) return;
    const soon = (milliseconds: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => save(), milliseconds);
    };
    const typed = () => {
      dirty.current = true;
      if (navigator.onLine) keep(url, read(shown));
      else offline();
      soon(PAUSE_MS);
    };
    const leaving = () => void save(true);
    const online = () => {
      if (dirty.current) soon(0);
      else setState((before) => (SETTLED.has(before.kind) ? before : { kind: 'idle' }));
    };
    const offline = () => {
      const safe = keep(url, { ...read(shown), ...(dirty.current ? {} : { taken: true as const }) });
      setState((before) => (SETTLED.has(before.kind) ? before : { kind: safe ? 'offline' : 'adrift' }));
    };
    // What this browser kept and the server never took comes back, and is sent against the version it was typed over.
    const waiting = kept(url);
    if (waiting && (!waiting.taken || waiting.version > read(shown).version)) {
      fillForm(shown, waiting.typed);
      setVersion(shown, waiting.version);
      dirty.current = !waiting.taken;
      if (dirty.current) soon(0);
    }
    if (!navigator.onLine) offline();
    // Sending goes out only once the last of the draft has: without a network nothing leaves, and the page stays.
    const release = holdSubmit(shown, async () => {
      clearTimeout(timer.current);
      await busy.current;
      const outcome = dirty.current ? await save() : (await reachable()) ? 'saved' : 'away';
      if (outcome === 'away') setState({ kind: keep(url, read(shown)) ? 'unsent' : 'adrift' });
      if (outcome !== 'saved' && outcome !== 'refused') return false;
      clearTimeout(timer.current);
      return true;
    });
    shown.addEventListener('input', typed);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    return () => {
      clearTimeout(timer.current);
      shown.removeEventListener('input', typed);
      release();
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
    };
  }, [form, save, url]);

  const settle = (take: boolean) => {
    const shown = form();
    if (!shown || state.kind !== 'conflict') return;
    if (take) {
      fillForm(shown, state.theirs);
      forget(url);
    }
    setVersion(shown, state.version);
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
