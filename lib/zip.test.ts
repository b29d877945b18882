import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { walkZip } from '@/lib/zip';

const folder = mkdtempSync(join(tmpdir(), 'cohorte-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const LIMITS = { files: 10, fileBytes: 100, textBytes: 0, declaredBytes: 1_000, ratio: 200 };

async function zipped(): Promise<string> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('un'), 'dossier/a.txt');
  zip.addBuffer(Buffer.from('deux'), 'b.txt');
  zip.end();
  const path = join(folder, 'a.zip');
  writeFileSync(path, await buffer(zip.outputStream));
  return path;
}

it('hands over each entry of an archive as a stream', async () => {
  const read: string[] = [];
  const refused = await walkZip(await zipped(), LIMITS, async ({ path, size }, open) => {
    read.push(`${path} ${size} ${await buffer(await open())}`);
  });
  expect(refused).toBeNull();
  expect(read).toEqual(['dossier/a.txt 2 un', 'b.txt 4 deux']);
});

it('refuses what is no archive, and throws what is the fault of the machine', async () => {
  const path = join(folder, 'b.zip');
  writeFileSync(path, 'no zip');
  expect(await walkZip(path, LIMITS, async () => {})).toMatchObject({ reason: 'not_an_archive' });
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  await expect(
    walkZip(await zipped(), LIMITS, async () => {
      throw full;
    }),
  ).rejects.toBe(full);
});
