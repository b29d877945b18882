import { mkdir, mkdtemp, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { caps, decode, isSource, readFolder } from './folder';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'site-'));
  await mkdir(join(root, '_defis'));
});

describe('reading a folder', () => {
  test('takes the pages and the data, and leaves the rest', async () => {
    await writeFile(join(root, '_defis/2018-01-01-a.md'), '---\ntitle: A\n---\n');
    await writeFile(join(root, 'index.html'), 'x');
    expect(await readFolder(root)).toEqual({
      ok: true,
      files: [{ path: '_defis/2018-01-01-a.md', text: '---\ntitle: A\n---\n' }],
    });
  });

  test('refuses what is not a folder', async () => {
    await writeFile(join(root, 'file'), '');
    expect(await readFolder(join(root, 'file'))).toMatchObject({ ok: false, refusal: { reason: 'not_a_folder' } });
    expect(await readFolder(join(root, 'nothing'))).toMatchObject({ ok: false, refusal: { reason: 'not_a_folder' } });
  });

  test('refuses a link that leads outside, skips one that stays inside', async () => {
    await symlink('../_defis', join(root, '_defis/loop'));
    expect(await readFolder(root)).toMatchObject({ ok: true });
    await symlink('/etc/hostname', join(root, '_defis/2018-01-01-b.md'));
    expect(await readFolder(root)).toMatchObject({
      ok: false,
      refusal: { reason: 'path_outside', detail: '_defis/2018-01-01-b.md' },
    });
  });

  test('refuses a hundred megabytes without reading them', async () => {
    await writeFile(join(root, 'big.txt'), '');
    await truncate(join(root, 'big.txt'), 100_000_000);
    expect(await readFolder(root)).toMatchObject({ ok: false, refusal: { reason: 'too_large' } });
  });

  test('refuses one page too large, and too many files', async () => {
    await writeFile(join(root, '_defis/a.md'), 'x'.repeat(50));
    expect(await readFolder(root, { ...caps, fileBytes: 40 })).toMatchObject({
      ok: false,
      refusal: { reason: 'file_too_large' },
    });
    expect(await readFolder(root, { ...caps, files: 0 })).toMatchObject({
      ok: false,
      refusal: { reason: 'too_many_files' },
    });
  });
});

test.each([
  ['_data/defis.yml', true],
  ['sites/old/_data/personnes.yaml', true],
  ['_defis/2017-01-01-cour-des-comptes', true],
  ['_communaute/2018-01-01-a.md', true],
  ['site/content/personnes/élise.md', true],
  ['site/content/defis/adex/index.md', true],
  ['content/blog/a.md', false],
  ['_defis/photo.png', false],
  ['_defis/.DS_Store', false],
  ['README.md', false],
  ['content/personnes/a.ipynb', false],
])('%s is read: %s', (path, expected) => {
  expect(isSource(path)).toBe(expected);
});

test('text is UTF-8 first, then the older Windows encoding, and never binary', () => {
  expect(decode(new TextEncoder().encode('Élise'))).toBe('Élise');
  expect(decode(Uint8Array.from([0xc9, 0x6c, 0x69, 0x73, 0x65]))).toBe('Élise');
  expect(decode(Uint8Array.from([0x50, 0x4b, 0]))).toBeNull();
});
