import { expect, test } from 'vitest';
import { roleFamily, toJson } from './snapshot';

test('operational and strategic mentors are of one family: the older sites do not tell them apart', () => {
  expect(roleFamily('operational_mentor')).toBe(roleFamily('strategic_mentor'));
  expect(roleFamily('fellow')).not.toBe(roleFamily('coach'));
});

test('any value read becomes plain data', () => {
  expect(toJson({ a: [undefined, new Date('2021-01-02'), Number.NaN, 'x\0y'], b: new Map([['c', 1n]]) })).toEqual({
    a: [null, '2021-01-02T00:00:00.000Z', 'NaN', 'xy'],
    b: { c: '1' },
  });
});
