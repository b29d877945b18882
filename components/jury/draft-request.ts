import { forget, keep } from './kept-draft';
import { readForm, type Typed } from './typed';

export type Difference = { name: string; mine: string; theirs: string };
export type SaverState =
  /** `offline`: kept in this browser; `adrift`: it would not keep it; `unsent`: sending waits for the network. */
  | { kind: 'idle' | 'saving' | 'failed' | 'offline' | 'adrift' | 'unsent' | 'closed' | 'signedOut' }
  | { kind: 'saved'; at: Date }
  | { kind: 'conflict'; differences: Difference[]; theirs: Typed; version: number };

/** In a tunnel a request may neither arrive nor fail. */
const PATIENCE_MS = 15_000;

type Answer = { version?: number; savedAt?: string; theirs?: Typed };
export type Outcome = 'saved' | 'away' | 'conflict' | 'refused';

/** What a lost network does not change: both texts, or that nothing more is taken, stay said. */
export const SETTLED: ReadonlySet<SaverState['kind']> = new Set(['conflict', 'closed', 'signedOut']);

export const reachable = (): Promise<boolean> =>
  fetch('/api/health', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    () => true,
    () => false,
  );

const versionOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[name=version]');
export const read = (form: HTMLFormElement) => ({
  version: Number(versionOf(form)?.value ?? 0),
  typed: readForm(form),
});
export function setVersion(form: HTMLFormElement, version: number | undefined): void {
  const field = versionOf(form);
  if (field && version !== undefined) field.value = String(version);
}

/** Sends what the form holds, kept in this browser first; `still` says whether more was typed since. */
export async function sendDraft(
  url: string,
  form: HTMLFormElement,
  { leaving, still }: { leaving: boolean; still: () => boolean },
): Promise<{ outcome: Outcome; state: SaverState }> {
  const { version, typed } = read(form);
  // Before the network is trusted: a tunnel, a closed lid or a dead battery lose nothing.
  const safe = keep(url, { version, typed });
  const answer = await fetch(url, {
    method: 'PUT',
    body: JSON.stringify({ version, typed }),
    headers: { 'content-type': 'application/json' },
    keepalive: leaving,
    signal: leaving ? undefined : AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  if (!answer) return { outcome: 'away', state: { kind: safe ? 'offline' : 'adrift' } };
  const said = (await answer.json().catch(() => ({}))) as Answer;
  const apart = answer.status === 409 && said.theirs ? differences(typed, said.theirs) : null;
  // No difference: saved as the page was left, before its answer could be read.
  if (answer.ok || apart?.length === 0) {
    setVersion(form, said.version);
    keep(url, { ...read(form), ...(still() ? {} : { taken: true as const }) });
    return { outcome: 'saved', state: { kind: 'saved', at: new Date(said.savedAt ?? Date.now()) } };
  }
  if (apart && said.theirs) {
    const { theirs, version: now = 0 } = said;
    return { outcome: 'conflict', state: { kind: 'conflict', theirs, version: now, differences: apart } };
  }
  if (answer.status === 401) return { outcome: 'refused', state: { kind: 'signedOut' } };
  if (answer.status !== 423 && answer.status !== 404) return { outcome: 'away', state: { kind: 'failed' } };
  forget(url);
  return { outcome: 'refused', state: { kind: 'closed' } };
}

const differences = (mine: Typed, theirs: Typed): Difference[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    .map((name) => ({ name, mine: mine[name] ?? '', theirs: theirs[name] ?? '' }))
    .filter((one) => one.mine !== one.theirs);
