import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from './agreement';

describe('agreement between jurors', () => {
  // Four observers, twelve units: the example of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
  const published = [
    [1, 1, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [5, 5, 5],
    [1, 1],
    [3],
  ];

  test('gives the published figures', () => {
    expect(krippendorffAlpha(published, 'ordinal')).toBeCloseTo(0.815, 3);
    expect(krippendorffAlpha(published, 'interval')).toBeCloseTo(0.849, 3);
  });

  test('is 1 when all agree, and says nothing when there is nothing to compare', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1, 1],
          [4, 4],
        ],
        'ordinal',
      ),
    ).toBe(1);
    expect(krippendorffAlpha([[1], [2], [3]], 'ordinal')).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [2, 2],
          [2, 2],
        ],
        'interval',
      ),
    ).toBeNull();
  });

  test('does not change with the order of files or jurors, never passes 1, and the ordinal one looks at order only', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }), { maxLength: 10 }), (files) => {
        for (const metric of ['ordinal', 'interval'] as const) {
          const alpha = krippendorffAlpha(files, metric);
          const turned = krippendorffAlpha(
            files.toReversed().map((marks) => marks.toReversed()),
            metric,
          );
          if (alpha === null) {
            expect(turned).toBeNull();
            return;
          }
          expect(turned).toBeCloseTo(alpha, 9);
          expect(alpha).toBeLessThanOrEqual(1 + 1e-9);
        }
        const stretched = files.map((marks) => marks.map((mark) => mark ** 3));
        expect(krippendorffAlpha(stretched, 'ordinal')).toBeCloseTo(krippendorffAlpha(files, 'ordinal')!, 9);
      }),
    );
  });
});
