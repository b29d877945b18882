import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHAIN_START, checkChain, type Link, linkHash } from './chain';

function chainOf(length: number): Link[] {
  const links: Link[] = [];
  for (let at = 1; at <= length; at++) {
    const bare = {
      id: String(at),
      at: `2026-03-24T10:00:00.${String(at).padStart(3, '0')}Z`,
      name: 'file.decided',
      actorKind: 'person',
      actorId: at % 3 ? `p${at}` : null,
      subjectKind: 'application',
      subjectId: `a${at}`,
      payload: `{"at":${at}}`,
      prevHash: links.at(-1)?.hash ?? CHAIN_START,
    };
    links.push({ ...bare, hash: linkHash(bare) });
  }
  return links;
}

const chain = chainOf(12);
const fields = Object.keys(chain[0]!) as (keyof Link)[];

test('an untouched chain holds, to its last digest', () => {
  expect(checkChain(chain)).toEqual({ id: 12n, hash: chain[11]!.hash });
});

test('any field of any link changed, a link taken out, put twice or moved: the chain is broken', () => {
  const place = fc.nat(chain.length - 1);
  fc.assert(
    fc.property(place, fc.constantFrom(...fields), fc.string({ minLength: 1, maxLength: 4 }), (at, field, typed) => {
      const value = field === 'id' ? String(Number(chain[at]!.id) + 1) : `${chain[at]![field] ?? ''}${typed}`;
      const changed = chain.with(at, { ...chain[at]!, [field]: value });
      expect(checkChain(changed)).toHaveProperty('why');
    }),
    { numRuns: 300 },
  );
  for (let at = 0; at < chain.length - 1; at++) {
    expect(checkChain(chain.toSpliced(at, 1))).toHaveProperty('why');
    expect(checkChain(chain.toSpliced(at, 0, chain[at]!))).toHaveProperty('why');
    expect(checkChain(chain.with(at, chain[at + 1]!).with(at + 1, chain[at]!))).toHaveProperty('why');
  }
});

test('a link rewritten with its own digest made again breaks the next one', () => {
  for (let at = 0; at < chain.length - 1; at++) {
    const forged = { ...chain[at]!, payload: '{}' };
    expect(checkChain(chain.with(at, { ...forged, hash: linkHash(forged) }))).toMatchObject({ why: 'previous' });
  }
});
