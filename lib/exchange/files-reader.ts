import { buffer } from 'node:stream/consumers';
import { openStored } from '@/lib/storage';
import { readDemarches } from './demarches';
import type { ReadSource } from './files-source';
import { decode, readTable } from './table';

/** Reads what was uploaded: JSON when it begins like JSON, a table otherwise. */
export async function readUpload(storageKey: string): Promise<ReadSource> {
  const text = decode(await buffer(openStored(storageKey)));
  const begins = /^[\s\uFEFF]*([[{])/.test(text);
  if (!begins) return readTable(text);
  try {
    return readDemarches(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return { ok: false, reason: 'not_json' };
  }
}
