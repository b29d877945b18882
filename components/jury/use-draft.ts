'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { forget, keep, kept } from './kept-draft';
import { fillForm, readForm, type Typed } from './typed';

export type Difference = { name: string; mine: string; theirs: string };
export type SaverState =
  /** `offline`: kept in this browser; `adrift`: it would not keep it; `unsent`: sending waits for the network. */
  | { kind: 'idle' | 'saving' | 'failed' | 'offline' | 'adrift' | 'unsent' | 'closed' | 'signedOut' }
  | { kind: 'saved'; at: Date }
  | { kind: 'conflict'; differences: Difference[]; theirs: Typed; version: number };

const PAUSE_MS = 900;
const AGAIN_MS = 5_000;
/** In a tunnel a request may neither arrive nor fail. */
const PATIENCE_MS = 15_000;

type Answer = { version?: number; savedAt?: string; theirs?: Typed };
type Outcome = 'saved' | 'away' | 'conflict' | 'refused';

/** What a lost network does not change: both texts, or that nothing more is taken, stay said. */
const SETTLED: ReadonlySet<SaverState['kind']> = new Set(['conflict', 'closed', 'signedOut']);

const reachable = () =>
  fetch('/api/health', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    () => true,
    () => false,
  );

const versionOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[name=version]');
const read = (form: HTMLFormElement) => ({ version: Number(versionOf(form)?.value ?? 0), typed: readForm(form) });
function setVersion(form: HTMLFormElement, version: number | undefined): void {
  const field = versionOf(form);
  if (field && version !== undefined) field.value = String(version);
}

/**
 * Debounced saving of the surrounding form, never two at once; the server's version number travels in the form itself.
 * Each keystroke is kept in this browser first; the last state leaves as soon as there is a network.
 */
export function useDraft(anchor: RefObject<HTMLElement | null>, url: string) {
  const [state, setState] = useState<SaverState>({ kind: 'idle' });
  const busy = useRef<Promise<Outcome>>(undefined);
  const dirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useCallback(() => anchor.current?.closest('form') ?? null, [anchor]);

  const write = useCallback(
    async (shown: HTMLFormElement, leaving: boolean): Promise<Outcome> => {
      const { version, typed } = read(shown);
      // Before the network is trusted: a tunnel, a closed lid or a dead battery lose nothing.
      const safe = keep(url, { version, typed });
      if (!leaving) setState({ kind: 'saving' });
      const signal = leaving ? undefined : AbortSignal.timeout(PATIENCE_MS);
      const headers = { 'content-type': 'application/json' };
      const sent = { method: 'PUT', body: JSON.stringify({ version, typed }), headers, keepalive: leaving, signal };
      const answer = await fetch(url, sent).catch(() => null);
      if (!answer) {
        setState({ kind: safe ? 'offline' : 'adrift' });
        return 'away';
      }
      const said = (await answer.json().catch(() => ({}))) as Answer;
      const apart = answer.status === 409 && said.theirs ? differences(typed, said.theirs) : null;
      // No difference: saved as the page was left, before its answer could be read.
      if (answer.ok || apart?.length === 0) {
        setVersion(shown, said.version);
        keep(url, { ...read(shown), ...(dirty.current ? {} : { taken: true as const }) });
        setState({ kind: 'saved', at: new Date(said.savedAt ?? Date.now()) });
        return 'saved';
      }
      if (apart && said.theirs) {
        setState({ kind: 'conflict', theirs: said.theirs, version: said.version ?? 0, differences: apart });
        return 'conflict';
      }
      if (answer.status === 401) setState({ kind: 'signedOut' });
      else if (answer.status === 423 || answer.status === 404) {
        forget(url);
        setState({ kind: 'closed' });
      } else {
        setState({ kind: 'failed' });
        return 'away';
      }
      return 'refused';
    },
    [url],
  );

  const save = useCallback(
    async (leaving = false): Promise<Outcome | undefined> => {
      const shown = form();
      if (!shown || !dirty.current || (busy.current && !leaving)) return;
      dirty.current = false;
      const writing = write(shown, leaving);
      busy.current = writing;
      const outcome = await writing;
      busy.current = undefined;
      if (outcome === 'away') dirty.current = true;
      clearTimeout(timer.current);
      if (dirty.current) timer.current = setTimeout(() => save(), outcome === 'away' ? AGAIN_MS : PAUSE_MS);
      return outcome;
    },
    [form, write],
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
    let through = false;
    const sending = async (event: SubmitEvent) => {
      if (through) {
        through = false;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer.current);
      await busy.current;
      const outcome = dirty.current ? await save() : (await reachable()) ? 'saved' : 'away';
      if (outcome === 'away') setState({ kind: keep(url, read(shown)) ? 'unsent' : 'adrift' });
      if (outcome !== 'saved' && outcome !== 'refused') return;
      clearTimeout(timer.current);
      through = true;
      shown.requestSubmit(event.submitter);
    };
    shown.addEventListener('input', typed);
    shown.addEventListener('submit', sending, true);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    return () => {
      clearTimeout(timer.current);
      shown.removeEventListener('input', typed);
      shown.removeEventListener('submit', sending, true);
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

const differences = (mine: Typed, theirs: Typed): Difference[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    .map((name) => ({ name, mine: mine[name] ?? '', theirs: theirs[name] ?? '' }))
    .filter((one) => one.mine !== one.theirs);
