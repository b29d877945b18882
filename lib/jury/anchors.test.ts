import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnchorCandidate, anchorsOf, orderAnchors, panelsPerAnchor } from './anchors';

const file = (id: string, more: Partial<AnchorCandidate> = {}): AnchorCandidate => ({
  id,
  barred: 0,
  experts: 3,
  halfDays: 4,
  rank: null,
  ...more,
});

test('the best placed come first: a team that can come, nobody kept away, the middle of the order, known themes', () => {
  const ids = orderAnchors(
    [
      file('rarely there', { halfDays: 1 }),
      file('two kept away', { barred: 2, rank: { place: 5, of: 9 } }),
      file('first of all', { rank: { place: 1, of: 9 } }),
      file('in the middle', { rank: { place: 5, of: 9 } }),
      file('in the middle, known', { rank: { place: 5, of: 9 }, experts: 6 }),
    ],
    2,
  ).map(({ id }) => id);
  expect(ids).toEqual(['in the middle, known', 'in the middle', 'first of all', 'two kept away', 'rarely there']);
});

test('names chosen come first and all count; names that are gone are passed over', () => {
  const ordered = ['a', 'b', 'c'].map((id) => file(id));
  expect(anchorsOf(ordered, [], 2)).toEqual(['a', 'b']);
  expect(anchorsOf(ordered, ['c', 'gone'], 2)).toEqual(['c', 'a']);
  expect(anchorsOf(ordered, ['c', 'b'], 1)).toEqual(['c', 'b']);
});

test('each anchor is heard often enough to link all panels wherever half-days allow it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      (panels, anchors, halfDays) => {
        const each = panelsPerAnchor(panels, anchors, halfDays);
        expect(each).toBeLessThanOrEqual(Math.min(panels, halfDays));
        const could = anchors * (Math.min(halfDays, panels) - 1) >= panels - 1;
        if (could) expect(anchors * (each - 1)).toBeGreaterThanOrEqual(panels - 1);
      },
    ),
  );
});
