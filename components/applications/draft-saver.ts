import type { Answers } from '@/lib/calls/answers';
import type { Entry } from '@/lib/calls/entries';
import type { Conflict } from '@/lib/calls/merge';

export type Refused = 'signed_out' | 'call_closed' | 'read_only' | 'not_writable' | 'not_found' | 'too_large';
export type Sent =
  | { kind: 'saved'; answers: Answers; conflicts: Conflict[]; savedAt: string }
  | { kind: 'refused'; reason: Refused }
  | { kind: 'failed' };
export type Batch = { fields: Record<string, { base: unknown; entries: Entry[] }> };
export type SaverState =
  | { status: 'idle' | 'waiting' | 'saving' | 'failed' }
  | { status: 'saved'; savedAt: string }
  | { status: 'refused'; reason: Refused };

type Ports = {
  /** What stands in the controls of a field now. */
  read: (field: string) => Entry[];
  send: (batch: Batch) => Promise<Sent>;
  /** Returns what cancels it. */
  later: (milliseconds: number, work: () => void) => () => void;
  changed: (state: SaverState, conflicts: Conflict[]) => void;
};

export const PAUSE_MS = 900;
const RETRY_MS = [4_000, 12_000, 30_000];

/**
 * Saves fields as they change: after a pause in typing, never two requests at once, again and again until it works.
 * What is not saved stays in `dirty`; a field in conflict waits for somebody to choose. Knows neither DOM nor network.
 */
export class DraftSaver {
  private dirty = new Set<string>();
  private held = new Map<string, { theirs: unknown; conflicts: Conflict[] }>();
  private running: Promise<void> | null = null;
  private cancel: () => void = () => {};
  private failures = 0;
  private failing = false;

  constructor(
    private readonly ports: Ports,
    readonly base: Answers,
  ) {}

  get conflicts(): Conflict[] {
    return [...this.held.values()].flatMap((one) => one.conflicts);
  }
  get unsaved(): string[] {
    return [...this.dirty].filter((field) => !this.held.has(field));
  }

  touch(field: string): void {
    this.dirty.add(field);
    if (this.held.has(field)) return;
    // What failed stays said until it is saved: words that come and go move the page under the pointer.
    if (!this.failing) this.tell({ status: this.running ? 'saving' : 'waiting' });
    this.plan(PAUSE_MS);
  }

  /** Sends what waits, now. Resolves when nothing is in flight. */
  flush(): Promise<void> {
    this.cancel();
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Before the form itself is posted: nothing planned, nothing in flight. */
  async settle(): Promise<void> {
    this.cancel();
    await this.running;
    this.cancel();
  }

  /** Keeps one's own text over the other: it is saved again, from the other as its base. */
  keepMine(field: string): void {
    const held = this.held.get(field);
    if (!held) return;
    this.held.delete(field);
    this.setBase(field, held.theirs);
    this.touch(field);
  }

  /** Takes the other text; the caller has put it in the controls. */
  takeTheirs(field: string): void {
    const held = this.held.get(field);
    if (!held) return;
    this.held.delete(field);
    this.dirty.delete(field);
    this.setBase(field, held.theirs);
    this.tell({ status: 'idle' });
  }

  /** What would be sent now: for the last request of a tab that closes. */
  batch(): Batch {
    return {
      fields: Object.fromEntries(
        this.unsaved.map((field) => [field, { base: this.base[field] ?? null, entries: this.ports.read(field) }]),
      ),
    };
  }

  private async run(): Promise<void> {
    while (this.unsaved.length > 0) {
      const fields = this.unsaved;
      const batch = this.batch();
      for (const field of fields) this.dirty.delete(field);
      if (!this.failing) this.tell({ status: 'saving' });
      const sent = await this.ports.send(batch);
      this.failing = sent.kind !== 'saved';
      if (sent.kind === 'saved') {
        this.failures = 0;
        this.settled(fields, sent);
        continue;
      }
      for (const field of fields) this.dirty.add(field);
      this.tell(sent.kind === 'failed' ? { status: 'failed' } : { status: 'refused', reason: sent.reason });
      if (sent.kind === 'failed') this.plan(RETRY_MS[this.failures++] ?? 60_000);
      return;
    }
  }

  private settled(fields: string[], sent: Extract<Sent, { kind: 'saved' }>): void {
    for (const field of fields) {
      const conflicts = sent.conflicts.filter((one) => one.field === field);
      const now = Object.hasOwn(sent.answers, field) ? sent.answers[field] : undefined;
      // The base stays what it was until somebody chooses: posting the form meanwhile must not overwrite either.
      if (conflicts.length > 0) this.held.set(field, { theirs: now, conflicts });
      else this.setBase(field, now);
    }
    if (this.unsaved.length === 0) this.tell({ status: 'saved', savedAt: sent.savedAt });
  }

  private setBase(field: string, answer: unknown): void {
    if (answer === undefined || answer === null) delete this.base[field];
    else this.base[field] = answer as Answers[string];
  }

  private plan(milliseconds: number): void {
    this.cancel();
    this.cancel = this.ports.later(milliseconds, () => void this.flush());
  }

  private tell(state: SaverState): void {
    this.ports.changed(state, this.conflicts);
  }
}
