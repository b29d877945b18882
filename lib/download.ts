import { Readable } from 'node:stream';
import { openStored } from '@/lib/storage';

/** Same answer for what does not exist and for what one may not read. */
export const missing = (): Response => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

const disposition = (name: string): string => {
  const plain = name.normalize('NFD').replace(/[^\w.-]+/g, '-');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
};

/** A private download, never opened in the page and never kept by a cache. */
const headersOf = (type: string, name: string): HeadersInit => ({
  'content-type': type,
  'content-disposition': disposition(name),
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
});

export const fileOf = (bytes: Uint8Array, type: string, name: string): Response =>
  new Response(new Uint8Array(bytes), { headers: headersOf(type, name) });

/** Sends pieces of text as they are made. */
export function streamOf(pieces: AsyncGenerator<string>, type: string, name: string): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(stream, { headers: headersOf(type, name) });
}

/** A file from storage, streamed: whoever calls has asked who may read it. */
export const storedOf = (file: { storageKey: string; contentType: string; name: string; size: number }): Response =>
  new Response(Readable.toWeb(openStored(file.storageKey)) as ReadableStream, {
    headers: { ...headersOf(file.contentType, file.name), 'content-length': String(file.size) },
  });

/** Bytes as they are made; how many is not known before the end. */
export const bytesOf = (bytes: Readable, type: string, name: string): Response =>
  new Response(Readable.toWeb(bytes) as ReadableStream, { headers: headersOf(type, name) });
