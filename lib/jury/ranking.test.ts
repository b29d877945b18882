import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rankable, rank, rankRule } from './ranking';

const file = (id: string, given: Partial<Rankable> = {}): Rankable => ({
  id,
  mean: null,
  rankVotes: null,
  favourites: 0,
  favourable: 0,
  spread: null,
  byCriterion: {},
  ...given,
});
const byId = ({ id }: Rankable) => id;

describe('ranking', () => {
  test('shows ties as ties: 1, 2, 2, 4', () => {
    const files = [file('d', { mean: 1 }), file('c', { mean: 2 }), file('b', { mean: 2.0001 }), file('a', { mean: 3 })];
    const ranked = rank(files, [rankRule('mean')], byId);
    expect(ranked.map(({ item, place, tiedWith }) => [item.id, place, tiedWith])).toEqual([
      ['a', 1, 0],
      ['b', 2, 1],
      ['c', 2, 1],
      ['d', 4, 0],
    ]);
  });

  test('breaks a tie by the named rule and says which', () => {
    const files = [
      file('a', { mean: 2 }),
      file('b', { mean: 2, favourites: 3 }),
      file('c', { mean: 1, favourites: 9 }),
    ];
    const ranked = rank(files, [rankRule('mean'), rankRule('favourites')], byId);
    expect(ranked.map(({ item, place, brokenBy }) => [item.id, place, brokenBy])).toEqual([
      ['b', 1, null],
      ['a', 2, 'favourites'],
      ['c', 3, null],
    ]);
  });

  test('a file nobody marked has no place and comes last', () => {
    const ranked = rank([file('x'), file('a', { mean: 1 })], [rankRule('mean'), rankRule('favourites')], byId);
    expect(ranked.map(({ item, place }) => [item.id, place])).toEqual([
      ['a', 1],
      ['x', null],
    ]);
  });

  test('ranks of panels: the lowest mean rank first', () => {
    const files = [
      file('a', { rankVotes: 3 }),
      file('b', { rankVotes: 1.5 }),
      file('c', { rankVotes: 1.5, byCriterion: { potential: 4 } }),
    ];
    const ranked = rank(files, [rankRule('rank_votes'), rankRule('criterion:potential')], byId);
    expect(ranked.map(({ item }) => item.id)).toEqual(['c', 'b', 'a']);
    expect(ranked[1]!.brokenBy).toBe('criterion:potential');
  });

  test('a lot can be drawn again from its seed, and another seed may give another order', () => {
    const files = Array.from({ length: 12 }, (_, at) => file(`f${at}`, { mean: 2 }));
    const draw = (seed: string) =>
      rank(files, [rankRule('mean'), rankRule('lot', seed)], byId)
        .map(({ item }) => item.id)
        .join();
    expect(draw('2020-03-25')).toBe(draw('2020-03-25'));
    expect(draw('2020-03-25')).not.toBe(draw('2020-03-26'));
  });

  test('places depend on nothing but the values, whatever the order of the files', () => {
    const any = fc.array(
      fc.record({ mean: fc.option(fc.integer({ min: 0, max: 3 })), favourites: fc.integer({ min: 0, max: 2 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, (values) => {
        const files = values.map((value, at) => file(`f${at}`, value));
        const rules = [rankRule('mean'), rankRule('favourites')];
        const ranked = rank(files, rules, byId);
        expect(rank(files.toReversed(), rules, byId)).toEqual(ranked);
        for (const { item, place, tiedWith } of ranked) {
          if (place === null) continue;
          const ahead = files.filter(
            (other) =>
              other.mean !== null &&
              (other.mean > item.mean! || (other.mean === item.mean && other.favourites > item.favourites)),
          );
          expect(place).toBe(ahead.length + 1);
          expect(tiedWith).toBe(
            files.filter((other) => other !== item && other.mean === item.mean && other.favourites === item.favourites)
              .length,
          );
        }
      }),
    );
  });
});
