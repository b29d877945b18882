import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, mergeFields } from './merge';

const never = () => false;
const written = (value: unknown, d = 1) => ({ title: { h: digest(value), d } });

describe('a field met again', () => {
  test.each([
    ['never written, empty here: the site fills it', '', 'A', {}, 1, { title: 'A' }, []],
    ['never written, filled here by hand: kept, and asked', 'B', 'A', {}, 1, {}, ['title']],
    ['as the import left it, and the site changed: follows', 'A', 'A2', written('A'), 1, { title: 'A2' }, []],
    ['as a newer dialect left it: an older one changes nothing', 'A', 'old', written('A', 2), 1, {}, []],
    ['changed by hand, the site as before: kept, not asked', 'mine', 'A', written('A'), 1, {}, []],
    ['changed by hand, the site changed too: kept, and asked', 'mine', 'A2', written('A'), 1, {}, ['title']],
    ['emptied by hand: not filled again', '', 'A', written('A'), 1, {}, []],
    ['the site says nothing: nothing changes', 'A', '', written('A'), 1, {}, []],
    ['the same on both sides: nothing to write', 'A', 'A', {}, 1, {}, []],
  ])('%s', (_, now, said, before, rank, changes, edited) => {
    expect(mergeFields({ title: now }, { title: said }, before, rank, never)).toMatchObject({ changes, edited });
  });

  test('a coordinator may take the site’s value', () => {
    expect(mergeFields({ title: 'mine' }, { title: 'A2' }, written('A'), 1, () => true)).toMatchObject({
      changes: { title: 'A2' },
      edited: [],
    });
  });

  test('merging twice changes nothing the second time', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.integer()));
    fc.assert(
      fc.property(value, value, fc.nat(3), (now, said, rank) => {
        const first = mergeFields({ f: now }, { f: said }, {}, rank, never);
        const row = { f: now, ...first.changes };
        const second = mergeFields(row, { f: said }, first.provenance, rank, never);
        return (
          Object.keys(second.changes).length === 0 &&
          JSON.stringify(second.provenance) === JSON.stringify(first.provenance)
        );
      }),
    );
  });
});

test('digests do not depend on the order of keys', () => {
  expect(digest({ a: 1, b: [{ c: 2, d: null }] })).toBe(digest({ b: [{ d: null, c: 2 }], a: 1 }));
  expect(digest('1')).not.toBe(digest(1));
});
