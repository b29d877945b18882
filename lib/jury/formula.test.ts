import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormula } from './formula';
import { formulaValue } from './formula-value';

const vocabulary = { marks: ['need', 'openness', 'total'], figures: ['favourites', 'corrected'] };
const file = {
  reviews: [
    { need: 4, openness: 2, total: 3 },
    { need: 2, openness: null, total: 2 },
    { need: 3, openness: 5, total: 4 },
  ],
  figures: { favourites: 2, corrected: undefined },
};

function value(source: string) {
  const formula = parseFormula(source, vocabulary);
  return formula.ok ? formulaValue(formula.tree, file) : formula.fault;
}

describe('formulas', () => {
  test.each([
    ['need', 3],
    ['mean(need)', 3],
    ['openness', 3.5],
    ['lowest(need) + highest(openness)', 7],
    ['sum(need * 2 + openness)', 21],
    ['count(openness)', 2],
    ['spread(need)', 1],
    ['0.6 * need + 0.4 * openness', 3.2],
    ['2 + 3 * 4 - 6 / 2', 11],
    ['-(1 - 3) * 2', 4],
    ['8 - 3 - 2', 3],
    ['if(favourites >= 2 and not (need < 2), total + 1, total)', 4],
    ['if(0.1 + 0.2 = 0.3, 1, 0)', 1],
    ['min(need, 2, 9)', 2],
    ['round(10 / 3, 2)', 3.33],
    ['mean(if(openness > 4, openness, need))', 4.5],
    ['abs(2 - 5)', 3],
    ['need / (favourites - 2)', null],
    ['corrected + 1', null],
    ['if(corrected > 1 or favourites > 1, 1, 0)', 1],
    ['if(corrected > 1 and favourites > 1, 1, 0)', null],
  ])('%s', (source, expected) => {
    const found = value(source);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });

  test.each([
    ['', 'unexpected_end', 0],
    ['need +', 'unexpected_end', 6],
    ['need need', 'unexpected_word', 5],
    ['need $ 2', 'unexpected_character', 5],
    ['constructor', 'unknown_name', 0],
    ['constructor(1)', 'unknown_name', 0],
    ['__proto__(1, 2)', 'unknown_name', 0],
    ['toString()', 'unknown_name', 0],
    ['need.constructor', 'unexpected_character', 4],
    ['need\u202e', 'unexpected_character', 4],
    ['mean(need)) + (1', 'unexpected_word', 10],
    ['process.exit()', 'unexpected_character', 7],
    ['need > 2', 'number_expected', 0],
    ['if(need, 1, 2)', 'condition_expected', 3],
    ['if(need > 1, 2)', 'wrong_number_of_arguments', 0],
    ['mean(lowest(need))', 'nested_summary', 5],
    ['1 < 2 < 3', 'number_expected', 0],
    ['3.', 'unexpected_character', 0],
    ['('.repeat(60), 'too_deep', 40],
    ['1+'.repeat(600), 'too_long', 1000],
  ])('refuses %j and says where', (source, reason, at) => {
    expect(value(source)).toMatchObject({ reason, at });
  });

  test('whatever is typed, nothing throws and nothing is NaN or infinite', () => {
    const words = [
      'need',
      'openness',
      'favourites',
      'corrected',
      'mean',
      'if',
      'min',
      'not',
      'and',
      'or',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '<',
      '=',
      '0',
      '2.5',
      '9999999999',
      ' ',
      '__proto__',
      'constructor(',
      'toString(',
      'if(need > 2, 1, 0)',
      '"',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (parts) => {
        const formula = parseFormula(parts.join(' '), vocabulary);
        if (!formula.ok) expect(formula.fault.at).toBeLessThanOrEqual(parts.join(' ').length);
        else {
          const found = formulaValue(formula.tree, file);
          expect(found === null || Number.isFinite(found)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('any text at all is a formula or a fault with its place, in no time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.stringMatching(/^[a-z(),*<=.0-9 -]{0,60}$/)),
        (text) => {
          const formula = parseFormula(text, vocabulary);
          if (!formula.ok) expect(formula.fault.at).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
