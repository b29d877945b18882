import { describe, expect, test } from 'vitest';
import { type Expected, expectedOf, matchesOf, mayBeExpected } from './attachments';

const one = (change: Partial<Expected> = {}): Expected => ({
  ...{ applicationId: 'a', key: '101', source: 'Q-1', position: 0, label: 'Pièce', name: 'pitch.pdf' },
  ...{ size: 10, checksum: '', ...change },
});
const keys = (found: Expected[]) => found.map(({ key, name }) => `${key} ${name}`);

describe('a file that was brought', () => {
  test('is recognised by its content whatever its name, in every place that waits for it', () => {
    const expected = [
      one({ checksum: 'x' }),
      one({ key: '102', name: 'autre.pdf', checksum: 'x' }),
      one({ checksum: 'y' }),
    ];
    expect(keys(matchesOf({ path: 'renommé-3.pdf', size: 10 }, 'x', expected))).toEqual([
      '101 pitch.pdf',
      '102 autre.pdf',
    ]);
  });

  test('is not taken for another by its name when the export says what its content is', () => {
    expect(matchesOf({ path: 'pitch.pdf', size: 10 }, 'forged', [one({ checksum: 'x' })])).toEqual([]);
    expect(matchesOf({ path: 'pitch.pdf', size: 11 }, 'x', [one({ checksum: 'x' })])).toEqual([]);
  });

  test('is recognised by name and size, in the folder of its file, or when one place alone waits for it', () => {
    const two = [one(), one({ key: '102' })];
    expect(keys(matchesOf({ path: 'dossier-102/pitch.pdf', size: 10 }, '', two))).toEqual(['102 pitch.pdf']);
    expect(keys(matchesOf({ path: 'export/101/PITCH.pdf', size: 10 }, '', two))).toEqual(['101 pitch.pdf']);
    expect(matchesOf({ path: 'pitch.pdf', size: 10 }, '', two)).toEqual([]);
    expect(matchesOf({ path: 'dossier-1020/pitch.pdf', size: 10 }, '', two)).toEqual([]);
    expect(keys(matchesOf({ path: 'pitch.pdf', size: 10 }, '', [one()]))).toEqual(['101 pitch.pdf']);
    expect(matchesOf({ path: 'pitch.pdf', size: 9 }, '', [one()])).toEqual([]);
    const accents = [one({ name: 'Re\u0301sume\u0301.pdf' })];
    expect(matchesOf({ path: 'x/Résumé.pdf', size: 10 }, '', accents)).toHaveLength(1);
  });

  test('is not even read when nothing of its size or name is waited for', () => {
    expect(mayBeExpected({ path: 'a.pdf', size: 3 }, [one()])).toBe(false);
    expect(mayBeExpected({ path: 'a.pdf', size: 10 }, [one()])).toBe(true);
    expect(mayBeExpected({ path: 'x/pitch.pdf', size: 3 }, [one({ size: 0 })])).toBe(true);
  });
});

test('what an export names as attached is read from the values kept beside a file, and nothing else is', () => {
  const files = [{ name: 'a.pdf', size: 3, url: 'https://x.invalid', checksum: 'c' }, { name: 'b.pdf' }];
  const rest = [
    { id: 'Q-2', label: 'Pièces', value: { files } },
    { id: 'Q-3', label: 'Texte', value: 'a.pdf' },
    { id: 'Q-4', label: 'Rien', value: null },
  ];
  expect(expectedOf({ applicationId: 'a', key: '7' }, rest)).toEqual([
    {
      applicationId: 'a',
      key: '7',
      source: 'Q-2',
      position: 0,
      label: 'Pièces',
      name: 'a.pdf',
      size: 3,
      checksum: 'c',
    },
    { applicationId: 'a', key: '7', source: 'Q-2', position: 1, label: 'Pièces', name: 'b.pdf', size: 0, checksum: '' },
  ]);
});
