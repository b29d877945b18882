import { describe, expect, it } from 'vitest';
import type { Batch, SaverState, Sent } from './draft-saver';
import { DraftSaver, PAUSE_MS } from './draft-saver';

/** A page, a clock and a server under control. */
function stage() {
  const controls: Record<string, string> = {};
  const batches: Batch[] = [];
  const answers: ((sent: Sent) => void)[] = [];
  const states: SaverState[] = [];
  let planned: { at: number; work: () => void } | null = null;
  let now = 0;
  let inFlight = 0;
  let most = 0;
  let kept: Batch = { fields: {} };
  const saver = new DraftSaver(
    {
      read: (field) => [[field, controls[field] ?? '']],
      send: async (batch) => {
        batches.push(batch);
        most = Math.max(most, ++inFlight);
        const sent = await new Promise<Sent>((resolve) => answers.push(resolve));
        inFlight--;
        return sent;
      },
      later: (milliseconds, work) => {
        const own = { at: now + milliseconds, work };
        planned = own;
        return () => {
          if (planned === own) planned = null;
        };
      },
      changed: (state) => states.push(state),
      keep: (batch) => {
        kept = batch;
      },
    },
    {},
  );
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  return {
    saver,
    batches,
    states,
    most: () => most,
    kept: () => kept.fields,
    type: (field: string, value: string) => {
      controls[field] = value;
      saver.touch(field);
    },
    wait: async (milliseconds: number) => {
      now += milliseconds;
      if (planned && planned.at <= now) {
        const { work } = planned;
        planned = null;
        work();
      }
      await settle();
    },
    answer: async (sent: Sent) => {
      answers.shift()?.(sent);
      await settle();
    },
  };
}
const saved = (
  answers: Record<string, string>,
  conflicts: Extract<Sent, { kind: 'saved' }>['conflicts'] = [],
): Sent => ({ kind: 'saved', answers, conflicts, version: 1, savedAt: '2022-02-01T14:02:00Z' });

describe('autosave', () => {
  it('waits for a pause in typing, then sends the field once', async () => {
    const { type, wait, batches } = stage();
    for (const value of ['a', 'ab', 'abc']) {
      type('problem', value);
      await wait(PAUSE_MS / 2);
    }
    expect(batches).toHaveLength(0);
    await wait(PAUSE_MS);
    expect(batches).toEqual([{ fields: { problem: { base: null, entries: [['problem', 'abc']] } } }]);
  });

  it('never has two requests in flight; what is typed meanwhile goes next, from what was saved', async () => {
    const { type, wait, answer, batches, most } = stage();
    type('problem', 'a');
    await wait(PAUSE_MS);
    type('problem', 'ab');
    type('vision', 'v');
    await wait(PAUSE_MS);
    expect(batches).toHaveLength(1);
    await answer(saved({ problem: 'a' }));
    expect(batches[1]).toEqual({
      fields: {
        problem: { base: 'a', entries: [['problem', 'ab']] },
        vision: { base: null, entries: [['vision', 'v']] },
      },
    });
    await answer(saved({ problem: 'ab', vision: 'v' }));
    expect(most()).toBe(1);
  });

  it('announces a burst once', async () => {
    const { type, wait, answer, states } = stage();
    type('problem', 'a');
    await wait(PAUSE_MS);
    type('problem', 'ab');
    await answer(saved({ problem: 'a' }));
    await answer(saved({ problem: 'ab' }));
    expect(states.filter((one) => one.status === 'saved')).toHaveLength(1);
  });

  it('keeps trying after a failure and loses nothing', async () => {
    const { type, wait, answer, batches, states, saver } = stage();
    type('problem', 'a');
    await wait(PAUSE_MS);
    await answer({ kind: 'failed' });
    expect([states.at(-1)?.status, saver.unsaved]).toEqual(['failed', ['problem']]);
    await wait(4_000);
    await answer(saved({ problem: 'a' }));
    expect([batches.length, states.at(-1)?.status, saver.unsaved]).toEqual([2, 'saved', []]);
  });

  it('keeps all that the server is not known to have, and nothing once it does', async () => {
    const { type, wait, answer, kept } = stage();
    type('problem', 'a');
    expect(kept()).toEqual({ problem: { base: null, entries: [['problem', 'a']] } });
    await wait(PAUSE_MS);
    // On its way: it may have arrived, it may not.
    type('problem', 'ab');
    expect(kept().problem).toEqual({
      base: null,
      entries: [['problem', 'ab']],
      unheard: [[['problem', 'a']]],
    });
    await answer({ kind: 'failed' });
    type('problem', 'abc');
    expect(kept().problem?.entries).toEqual([['problem', 'abc']]);
    await wait(4_000);
    await answer(saved({ problem: 'theirs' }, [{ path: 'problem', field: 'problem', mine: 'abc', theirs: 'theirs' }]));
    // Nobody has chosen yet: a page that closes now must not lose this side.
    expect(kept().problem).toMatchObject({ base: null, entries: [['problem', 'abc']] });
  });

  it('says what it had sent without an answer, until it hears one', async () => {
    const { type, wait, answer, batches } = stage();
    type('problem', 'a');
    await wait(PAUSE_MS);
    await answer({ kind: 'failed' });
    type('problem', 'ab');
    await wait(4_000);
    expect(batches[1]?.fields.problem).toEqual({
      base: null,
      entries: [['problem', 'ab']],
      unheard: [[['problem', 'a']]],
    });
    await answer(saved({ problem: 'ab' }));
    type('problem', 'abc');
    await wait(PAUSE_MS);
    expect(batches[2]?.fields.problem).toEqual({ base: 'ab', entries: [['problem', 'abc']] });
  });

  it('closes with what waits, and with what is on its way only when that will be called back', async () => {
    const { type, wait, saver } = stage();
    type('problem', 'a');
    await wait(PAUSE_MS);
    type('vision', 'v');
    expect(Object.keys(saver.last(false).fields)).toEqual(['vision']);
    expect(Object.keys(saver.last(true).fields).sort()).toEqual(['problem', 'vision']);
  });

  it('takes what a refreshed page shows as its base, but for what is owed, and never an older page', async () => {
    const { type, wait, answer, saver } = stage();
    type('problem', 'a');
    await wait(PAUSE_MS);
    await answer({ ...saved({ problem: 'a' }), version: 5 } as Sent);
    expect(saver.shows({ problem: 'old' }, 4, [])).toBe(false);
    type('problem', 'ab');
    expect(saver.shows({ problem: 'theirs', vision: 'theirs', list: 'theirs' }, 6, ['list'])).toBe(true);
    expect(saver.base).toEqual({ problem: 'a', vision: 'theirs' });
  });

  it('says why it cannot save, keeps the text, and works again after signing in elsewhere', async () => {
    const { type, wait, answer, states, saver, batches } = stage();
    type('problem', 'a');
    await wait(PAUSE_MS);
    await answer({ kind: 'refused', reason: 'signed_out' });
    expect(states.at(-1)).toEqual({ status: 'refused', reason: 'signed_out' });
    void saver.flush();
    await answer(saved({ problem: 'a' }));
    expect([batches.length, saver.unsaved]).toEqual([2, []]);
  });

  it('holds a field in conflict until somebody chooses, and saves the others', async () => {
    const { type, wait, answer, saver, batches, states } = stage();
    type('problem', 'mine');
    await wait(PAUSE_MS);
    await answer(saved({ problem: 'theirs' }, [{ path: 'problem', field: 'problem', mine: 'mine', theirs: 'theirs' }]));
    type('problem', 'mine again');
    type('vision', 'v');
    await wait(PAUSE_MS);
    expect(Object.keys(batches[1]?.fields ?? {})).toEqual(['vision']);
    expect(saver.base.problem).toBeUndefined();
    await answer(saved({ vision: 'v' }));
    // One answer is not saved: nothing says that all is.
    expect(states.map((one) => one.status)).not.toContain('saved');
    expect(states.at(-1)?.status).toBe('choosing');
    saver.keepMine('problem');
    await wait(PAUSE_MS);
    expect(batches[2]?.fields.problem).toEqual({ base: 'theirs', entries: [['problem', 'mine again']] });
  });

  it('takes the other text when asked', async () => {
    const { type, wait, answer, saver } = stage();
    type('problem', 'mine');
    await wait(PAUSE_MS);
    await answer(saved({ problem: 'theirs' }, [{ path: 'problem', field: 'problem', mine: 'mine', theirs: 'theirs' }]));
    saver.takeTheirs('problem');
    expect([saver.base.problem, saver.conflicts, saver.unsaved]).toEqual(['theirs', [], []]);
  });

  it('has nothing planned nor in flight once settled: the form may be posted', async () => {
    const { type, wait, answer, saver, batches } = stage();
    type('problem', 'a');
    await wait(PAUSE_MS);
    type('problem', 'ab');
    let done = false;
    void saver.settle().then(() => {
      done = true;
    });
    await wait(PAUSE_MS);
    expect(done).toBe(false);
    await answer(saved({ problem: 'a' }));
    await answer(saved({ problem: 'ab' }));
    expect([done, batches.length]).toEqual([true, 2]);
  });
});
