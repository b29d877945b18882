import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lookup, Value } from './evaluation';
import { evaluate } from './evaluation';
import { isCalendarDate, parseExpression } from './expression';

const values: Record<string, Value> = {
  coFunding: true,
  fellows: 3,
  start: { date: '2022-09-12' },
  licence: 'free',
  skills: ['dev', 'design'],
};
const lookup: Lookup = {
  value: (name, part) => (part ? null : (values[name] ?? null)),
  count: (name) => (name === 'team' ? 2 : 0),
  sum: () => 0.3,
  isEmpty: (name) => !(name in values),
};
function truth(source: string) {
  const parsed = parseExpression(source);
  return parsed.ok ? evaluate(parsed.tree, lookup) : parsed.fault.reason;
}

describe('the language of conditions', () => {
  it.each([
    ['coFunding', true],
    ['coFunding = yes', true],
    ['not coFunding', false],
    ['fellows >= 3 and count(team) < 3', true],
    ['fellows = 2 or licence = "free"', true],
    ["licence in ('free', 'open')", true],
    ['licence not in ("free")', false],
    ['"dev" in skills and not "law" in skills', true],
    ['start >= 2022-09-01 and start < 2022-10-01', true],
    ['fellows * 2 - 1 = 5', true],
    ['fellows > -1', true],
    ['sum(team.share) = 0.1 + 0.2', true],
    ['nothing is empty and fellows is not empty', true],
    ['nothing = 1', null],
    ['nothing = 1 and fellows = 2', false],
    ['nothing = 1 or fellows = 3', true],
    ['not nothing', null],
    ['fellows = "3"', null],
    ['not not coFunding', true],
    ['coFunding = yes or coFunding = no and fellows = 9', true],
    ['(coFunding = yes or coFunding = no) and fellows = 9', false],
  ])('reads %s as %s', (source, expected) => {
    expect(truth(source)).toBe(expected);
  });

  it.each([
    ['', 'unexpected_end'],
    ['coFunding =', 'unexpected_end'],
    ['coFunding = = yes', 'unexpected_word'],
    ['"open', 'text_not_closed'],
    ['fellows ; drop', 'unexpected_character'],
    ['start > 2022-02-30', 'impossible_date'],
    ['a'.repeat(2000), 'too_long'],
    [`${'('.repeat(200)}yes${')'.repeat(200)}`, 'too_deep'],
    ['not '.repeat(200), 'too_deep'],
    ['yes yes', 'unexpected_word'],
    ['count()', 'unexpected_word'],
    ['fellows in ()', 'unexpected_word'],
    ['"a" in "b"', 'unexpected_word'],
  ])('refuses %s with %s', (source, reason) => {
    expect(truth(source)).toBe(reason);
  });

  it('says where the fault is', () => {
    expect(parseExpression('fellows = $')).toEqual({
      ok: false,
      fault: { reason: 'unexpected_character', at: 10, found: '$' },
    });
  });

  it('never throws, whatever is typed', () => {
    const word = fc.constantFrom(
      'a',
      'and',
      'or',
      'not',
      '(',
      ')',
      'count',
      'sum',
      '.',
      'in',
      ',',
      '1',
      '"x"',
      '=',
      '<',
      'is',
      'empty',
      '-',
      '2022-01-01',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')),
        ),
        (source) => {
          const parsed = parseExpression(source);
          if (parsed.ok) expect([true, false, null]).toContain(evaluate(parsed.tree, lookup));
          else expect(parsed.fault.at).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('obeys De Morgan in three values', () => {
    const side = fc.constantFrom('coFunding', 'fellows = 2', 'nothing = 1');
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(truth(`not (${a} and ${b})`)).toBe(truth(`not (${a}) or not (${b})`));
      }),
    );
  });

  it('knows which dates exist', () => {
    expect(['2024-02-29', '2023-02-29', '2022-13-01', 'x'].map(isCalendarDate)).toEqual([true, false, false, false]);
  });
});
