import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/env';

export type Stored = { storageKey: string; size: number; sha256: string };

export class TooLarge extends Error {}

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{62}$/;

function place(storageKey: string): string {
  if (!KEY.test(storageKey)) throw new Error('not a storage key');
  return path.join(path.resolve(env().DATA_DIR), 'files', storageKey);
}

/** Streams bytes under a random key, refusing past `maxBytes` (throws TooLarge and leaves nothing behind). */
export async function store(source: ReadableStream<Uint8Array> | Readable, maxBytes: number): Promise<Stored> {
  const random = randomBytes(32).toString('hex');
  const storageKey = `${random.slice(0, 2)}/${random.slice(2)}`;
  const file = place(storageKey);
  await mkdir(path.dirname(file), { recursive: true });
  const hash = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > maxBytes ? new TooLarge() : null, chunk);
    },
  });
  try {
    const readable = source instanceof Readable ? source : Readable.fromWeb(source as never);
    await pipeline(readable, meter, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return { storageKey, size, sha256: hash.digest('hex') };
}

export const openStored = (storageKey: string): Readable => createReadStream(place(storageKey));

export const removeStored = (storageKey: string): Promise<void> => rm(place(storageKey), { force: true });

/** Keys of what was stored before then, a folder at a time: what a crash left between the bytes and their row is there. */
export async function* storedBefore(moment: Date): AsyncGenerator<string[]> {
  const root = path.join(path.resolve(env().DATA_DIR), 'files');
  for (const folder of await readdir(root).catch(() => [])) {
    const keys: string[] = [];
    for (const name of await readdir(path.join(root, folder))) {
      const key = `${folder}/${name}`;
      const about = KEY.test(key) && (await stat(path.join(root, key)).catch(() => null));
      if (about && about.mtime < moment) keys.push(key);
    }
    yield keys;
  }
}
