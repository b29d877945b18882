import { Readable } from 'node:stream';
import { fileTypeFromStream } from 'file-type';

/** What a file is by its bytes, never by its name; "csv" for text without a signature; null when neither is known. */
export async function fileKind(open: () => Readable): Promise<string | null> {
  const stream = open();
  const found = await fileTypeFromStream(Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>).finally(
    () => stream.destroy(),
  );
  if (found) return found.ext === 'jpg' || found.mime === 'image/jpeg' ? 'jpg' : found.ext;
  const first = await firstBytes(open());
  return first.length > 0 && !first.includes(0) ? 'csv' : null;
}

async function firstBytes(stream: Readable): Promise<Buffer> {
  for await (const chunk of stream) {
    stream.destroy();
    return chunk as Buffer;
  }
  return Buffer.alloc(0);
}

/** The kind a name claims. */
export function nameKind(name: string): string {
  const extension = /\.([a-z0-9]{2,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  return extension === 'jpeg' ? 'jpg' : extension;
}

export const CONTENT_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
};
