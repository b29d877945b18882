import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { archiveCaps, readArchive } from './archive';

async function zip(entries: Record<string, string | Buffer>, mode?: number): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'zip-')), 'site.zip');
  const file = new ZipFile();
  for (const [name, content] of Object.entries(entries))
    file.addBuffer(Buffer.from(content), name, mode ? { mode } : {});
  file.end();
  await pipeline(file.outputStream, createWriteStream(path));
  return path;
}

test('takes the sources wherever the site sits in the archive', async () => {
  const path = await zip({ 'site-main/_defis/2018-01-01-a.md': '---\ntitle: A\n---\n', 'site-main/img/a.png': 'x' });
  expect(await readArchive(path)).toEqual({
    ok: true,
    files: [{ path: 'site-main/_defis/2018-01-01-a.md', text: '---\ntitle: A\n---\n' }],
  });
});

test('refuses what is not an archive', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'zip-')), 'a.zip');
  await writeFile(path, 'PK not really');
  expect(await readArchive(path)).toMatchObject({ ok: false, refusal: { reason: 'not_an_archive' } });
});

test('refuses a bomb: a page that swells more than a hundred times', async () => {
  const path = await zip({ '_data/defis.yml': Buffer.alloc(3_000_000, 0x20) });
  expect(await readArchive(path)).toMatchObject({ ok: false, refusal: { reason: 'bomb', detail: '_data/defis.yml' } });
});

test('refuses an archive whose declared sizes add up to too much', async () => {
  const path = await zip({ 'a.bin': 'x'.repeat(500), 'b.bin': 'x'.repeat(600) });
  expect(await readArchive(path, { ...archiveCaps, declaredBytes: 1_000 })).toMatchObject({
    refusal: { reason: 'bomb', detail: 'b.bin' },
  });
});

test('refuses a size that lies', async () => {
  const path = await zip({ '_data/defis.yml': 'a: '.padEnd(5_000, 'xyz') });
  const bytes = await readFile(path);
  const central = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(10, central + 24);
  await writeFile(path, bytes);
  expect(await readArchive(path)).toMatchObject({ ok: false, refusal: { reason: 'bomb' } });
});

test('refuses a name that climbs out of the archive', async () => {
  const path = await zip({ '_defis/aaaa.md': 'x' });
  const bytes = await readFile(path);
  const climbing = Buffer.from(bytes.toString('latin1').replaceAll('_defis/aaaa.md', '../_defis/a.md'), 'latin1');
  await writeFile(path, climbing);
  expect(await readArchive(path)).toMatchObject({ ok: false, refusal: { reason: 'path_outside' } });
});

test('refuses links', async () => {
  const path = await zip({ '_defis/a.md': '/etc/passwd' }, 0o120777);
  expect(await readArchive(path)).toMatchObject({ ok: false, refusal: { reason: 'path_outside' } });
});
