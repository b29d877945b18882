import type { Answers } from '@/lib/calls/answers';
import type { Entry } from '@/lib/calls/entries';
import type { Conflict } from '@/lib/calls/merge';

export type Refused = 'signed_out' | 'call_closed' | 'read_only' | 'not_writable' | 'not_found' | 'too_large';
export type Sent =
  /** `answers`: what the page shows of the fields sent, with the other text where there is a conflict. */
  | { kind: 'saved'; answers: Answers; conflicts: Conflict[]; version: number; savedAt: string }
  | { kind: 'refused'; reason: Refused }
  | { kind: 'failed' };
/** `unheard`: what was sent over that base without an answer; it may stand there by now. */
export type Owed = { base: unknown; entries: Entry[]; unheard?: Entry[][] };
export type Batch = { fields: Record<string, Owed> };
export type SaverState =
  | { status: 'idle' | 'waiting' | 'saving' | 'failed' | 'choosing' }
  | { status: 'saved'; savedAt: string }
  | { status: 'refused'; reason: Refused };

type Ports = {
  /** What stands in the controls of a field now. */
  read: (field: string) => Entry[];
  send: (batch: Batch) => Promise<Sent>;
  /** Returns what cancels it. */
  later: (milliseconds: number, work: () => void) => () => void;
  changed: (state: SaverState, conflicts: Conflict[]) => void;
  /** All that the server is not known to have, at each change: for when the page goes away. */
  keep: (batch: Batch) => void;
};

export const PAUSE_MS = 900;
const RETRY_MS = [4_000, 12_000, 30_000];
const MOST_UNHEARD = 3;

/**
 * Saves fields as they change: after a pause in typing, never two requests at once, again and again until it works.
 * What is not saved stays in `dirty`; a field in conflict waits for somebody to choose. Knows neither DOM nor network.
 */
export class DraftSaver {
  private dirty = new Set<string>();
  private flying: Batch['fields'] = {};
  private unheard = new Map<string, Entry[][]>();
  private held = new Map<string, { base: unknown; conflicts: Conflict[] }>();
  private running: Promise<void> | null = null;
  private cancel: () => void = () => {};
  private failures = 0;
  private failing = false;

  constructor(
    private readonly ports: Ports,
    readonly base: Answers,
    private version = 0,
  ) {}

  get conflicts(): Conflict[] {
    return [...this.held.values()].flatMap((one) => one.conflicts);
  }
  get unsaved(): string[] {
    return [...this.dirty].filter((field) => !this.held.has(field));
  }
  /** Fields the server is not known to have as they stand: typed, on their way, or in conflict. */
  get owed(): string[] {
    return [...new Set([...this.dirty, ...Object.keys(this.flying), ...this.held.keys()])];
  }

  touch(field: string): void {
    this.dirty.add(field);
    this.keep();
    if (this.held.has(field)) return;
    // What failed stays said until it is saved: words that come and go move the page under the pointer.
    if (!this.failing) this.tell({ status: this.running ? 'saving' : 'waiting' });
    this.plan(PAUSE_MS);
  }

  /** Words kept from an earlier page, back in the controls: saved over what they were typed over. */
  resume(field: string, { base, unheard = [] }: Owed): void {
    this.setBase(field, base);
    if (unheard.length > 0) this.unheard.set(field, unheard);
    this.touch(field);
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
    if (this.choose(field)) this.touch(field);
  }

  /** Takes the other text; the caller has put it in the controls. */
  takeTheirs(field: string): void {
    if (!this.choose(field)) return;
    this.dirty.delete(field);
    this.keep();
    this.rest({ status: 'idle' });
  }

  /**
   * The page came back from the server: what it now shows is the base, but for fields still owed and those that kept
   * their controls as they were. False when it is older than what was saved since.
   */
  shows(answers: Answers, version: number, asTheyWere: readonly string[]): boolean {
    if (this.unsaved.length > 0) this.plan(PAUSE_MS);
    if (version < this.version) return false;
    this.version = version;
    const stay = [...this.owed, ...asTheyWere];
    for (const field of new Set([...Object.keys(this.base), ...Object.keys(answers)]))
      if (!stay.includes(field)) this.setBase(field, answers[field]);
    return true;
  }

  /** The form itself was posted and came back in conflict: chosen here, like any other. */
  posted(base: Answers, conflicts: Conflict[]): void {
    this.settled([...Object.keys({ ...this.base, ...base }), ...conflicts.map((one) => one.field)], base, conflicts);
    this.keep();
    this.rest({ status: 'idle' });
    if (this.unsaved.length > 0) this.plan(PAUSE_MS);
  }

  /** What would be sent now. */
  batch(fields = this.unsaved): Batch {
    return { fields: Object.fromEntries(fields.map((field) => [field, this.owing(field)])) };
  }

  /** For the last request of a page that closes: what waits, and what is on its way when that will be called back. */
  last(calledBack: boolean): Batch {
    return this.batch([...new Set([...this.unsaved, ...(calledBack ? Object.keys(this.flying) : [])])]);
  }

  private owing(field: string): Owed {
    const unheard = [...(this.unheard.get(field) ?? []), ...(this.flying[field] ? [this.flying[field].entries] : [])];
    return {
      base: this.base[field] ?? null,
      entries: this.ports.read(field),
      ...(unheard.length > 0 ? { unheard: unheard.slice(-MOST_UNHEARD) } : {}),
    };
  }

  private async run(): Promise<void> {
    while (this.unsaved.length > 0) {
      const fields = this.unsaved;
      const batch = this.batch();
      for (const field of fields) this.dirty.delete(field);
      this.flying = batch.fields;
      if (!this.failing) this.tell({ status: 'saving' });
      const sent = await this.ports.send(batch);
      this.flying = {};
      this.failing = sent.kind !== 'saved';
      if (sent.kind === 'saved') {
        this.failures = 0;
        this.version = Math.max(this.version, sent.version);
        this.settled(fields, sent.answers, sent.conflicts);
        this.keep();
        if (this.unsaved.length === 0) this.rest({ status: 'saved', savedAt: sent.savedAt });
        continue;
      }
      for (const field of fields) this.dirty.add(field);
      if (sent.kind === 'failed') this.remember(batch);
      this.keep();
      this.tell(sent.kind === 'failed' ? { status: 'failed' } : { status: 'refused', reason: sent.reason });
      if (sent.kind === 'failed') this.plan(RETRY_MS[this.failures++] ?? 60_000);
      return;
    }
  }

  private remember(batch: Batch): void {
    for (const [field, { entries, unheard = [] }] of Object.entries(batch.fields))
      this.unheard.set(field, [...unheard, entries].slice(-MOST_UNHEARD));
  }

  private settled(fields: string[], answers: Answers, all: Conflict[]): void {
    for (const field of fields) {
      const conflicts = all.filter((one) => one.field === field);
      const now = Object.hasOwn(answers, field) ? answers[field] : undefined;
      this.unheard.delete(field);
      // The base stays what it was until somebody chooses: posting the form meanwhile must not overwrite either.
      if (conflicts.length > 0) this.held.set(field, { base: now, conflicts });
      else this.setBase(field, now);
    }
  }

  private choose(field: string): boolean {
    const held = this.held.get(field);
    if (!held) return false;
    this.held.delete(field);
    this.setBase(field, held.base);
    return true;
  }

  private setBase(field: string, answer: unknown): void {
    if (answer === undefined || answer === null) delete this.base[field];
    else this.base[field] = answer as Answers[string];
  }

  private plan(milliseconds: number): void {
    this.cancel();
    this.cancel = this.ports.later(milliseconds, () => void this.flush());
  }

  private keep(): void {
    this.ports.keep(this.batch(this.owed));
  }

  /** Nothing more to send; not all is saved while an answer waits for a choice. */
  private rest(state: SaverState): void {
    this.tell(this.held.size > 0 ? { status: 'choosing' } : state);
  }

  private tell(state: SaverState): void {
    this.ports.changed(state, this.conflicts);
  }
}
