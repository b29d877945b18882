import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** Runs the command as people do: the problem on standard input, the answer on standard output. */
function run(problem: unknown, ...options: string[]) {
  const input = typeof problem === 'string' ? problem : JSON.stringify(problem);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'jury-assign', ...options, '-'], {
    input,
    encoding: 'utf8',
  });
  return { status, stderr, answer: JSON.parse(stdout) };
}

describe('npm run jury:assign', () => {
  test('answers with one line of JSON: the pairs and their proof, missing and null fields taken as not said', () => {
    const { status, answer } = run({
      proposals: [{ id: '__proto__', organisation: null, themes: null }, { id: 'p 2' }],
      jurors: [{ id: 'j1', load: [0, 5], expertise: null }, { id: 'constructor', available: true }, { id: 'é' }],
      conflicts: [['j1', 'p 2']],
      pinned: null,
      readersPerProposal: 2,
    });
    expect(status).toBe(0);
    expect(answer).toMatchObject({ version: 1, status: 'optimal', objective: 0, bound: 0, gap: 0, unmet: [] });
    expect(answer.pairs).toHaveLength(4);
    expect(answer.pairs.filter(([, file]: [string, string]) => file === 'p 2')).toEqual([
      ['constructor', 'p 2'],
      ['é', 'p 2'],
    ]);
  }, 30_000);

  test('ids may be numbers, optional fields null, others unknown; more readers than jurors is said as it is', () => {
    const numbers = run({
      version: null,
      comment: 'not ours',
      proposals: [{ id: 1, title: 'not ours' }, { id: '2' }],
      jurors: [{ id: 10 }, { id: 11, load: null }],
      conflicts: [[10, 1]],
      weights: null,
      timeLimitSeconds: null,
      readersPerProposal: 1,
    });
    expect(numbers.status).toBe(0);
    expect(numbers.answer).toMatchObject({ status: 'optimal', unmet: [] });
    expect(numbers.answer.pairs[0]).toEqual(['11', '1']);
    const { answer } = run({ proposals: [{ id: 'a' }], jurors: [{ id: 'x' }, { id: 'y' }], readersPerProposal: 5 });
    expect(answer).toMatchObject({ status: 'infeasible', unmet: [{ kind: 'readers', wanted: 5, given: 2 }] });
    expect(answer.explanation.summary.join(' ')).toContain(
      'This rule cannot hold: proposal a needs exactly 5 readers. The jury has 2 in all.',
    );
    expect(answer.explanation.relaxation.concessions).toEqual([{ kind: 'readers', proposal: 'a', from: 5, to: 2 }]);
  }, 30_000);

  test('a standing assignment changes as little as it can when somebody is missing', () => {
    const { answer } = run({
      proposals: ['a', 'b', 'c'].map((id) => ({ id })),
      jurors: ['1', '2', '3', '4'].map((id) => ({ id, load: [0, 3], available: id !== '1' })),
      standing: [
        ['1', 'a'],
        ['2', 'b'],
        ['2', 'c'],
        ['gone', 'c'],
      ],
      readersPerProposal: 1,
    });
    expect(answer.status).toBe('optimal');
    expect(answer.pairs.slice(1)).toEqual([
      ['2', 'b'],
      ['2', 'c'],
    ]);
    expect(answer.pairs[0]).not.toContain('1');
  }, 30_000);

  test('says every wrong field by its path, on both outputs, and leaves with 2', () => {
    const wrong = run({
      proposals: [{ id: 'p' }, { id: 'p' }],
      jurors: [{ id: 'j', load: [3, 1] }],
      conflicts: [['ghost', 'p']],
      apart: [['j', 'j']],
      readersPerProposal: -1,
    });
    expect(wrong.status).toBe(2);
    expect(wrong.answer).toMatchObject({ status: 'invalid', objective: null, pairs: [] });
    expect(wrong.stderr).toContain('jurors[0].load: the maximum is below the minimum');
    expect(wrong.answer.explanation.summary.join(' ')).toContain('readersPerProposal');
    const unknown = run({
      proposals: [{ id: 'p' }],
      jurors: [{ id: 'j' }],
      conflicts: [['ghost', 'p']],
      readersPerProposal: 1,
    });
    expect(unknown.stderr).toContain('conflicts[0][0]: no juror has the id "ghost"');
    expect(run('not json').status).toBe(2);
    const empty = run({ proposals: [{ id: 'p' }], jurors: [{ id: 'j', load: 3 }] });
    expect(empty.stderr).toContain('readersPerProposal: number is wanted here, and it is missing');
    expect(empty.stderr).toContain('jurors[0].load: tuple is wanted here');
  }, 60_000);

  test('panels: an impossible day says which rules, whose, and the cheapest way out', () => {
    const { status, answer } = run(
      {
        proposals: [
          { id: 'p1', available: ['am'] },
          { id: 'p2', available: ['am'] },
          { id: 'p3', available: ['am'] },
        ],
        jurors: ['1', '2', '3', '4'].map((id) => ({ id })),
        halfDays: [
          { id: 'am', panels: 1 },
          { id: 'pm', panels: 1 },
        ],
        panels: 2,
        jurorsPerPanel: [2, 2],
        proposalsPerPanel: [1, 2],
      },
      '--panels',
    );
    expect(status).toBe(0);
    expect(answer.status).toBe('infeasible');
    expect(answer.explanation.contradiction).toMatchObject({ minimal: true });
    expect(
      answer.explanation.contradiction.items.filter(({ kind }: { kind: string }) => kind === 'team_away').length,
    ).toBe(3);
    expect(answer.explanation.relaxation).toMatchObject({ cost: 2, bound: 2 });
  }, 60_000);
});
