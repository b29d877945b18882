import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import busboy from 'busboy';

/**
 * Hands over the first file of a form posted without scripts, while it arrives; the rest is drained unread. `none` is
 * the answer when the form has no file.
 */
export async function postedFile<T>(
  request: Request,
  take: (name: string, bytes: Readable) => Promise<T>,
  none: T,
): Promise<T> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return none;
  const form = busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fields: 5, fieldSize: 1_000 },
    defParamCharset: 'utf8',
  });
  const source = Readable.fromWeb(request.body as NodeStream);
  return new Promise<T>((resolve, reject) => {
    let found = false;
    form.on('file', (_field, bytes, { filename }) => {
      found = true;
      const taken = filename ? take(filename, bytes) : Promise.resolve(none);
      taken.then(resolve, reject).finally(() => bytes.resume());
    });
    form.on('error', reject);
    form.on('close', () => found || resolve(none));
    source.on('error', (error) => form.destroy(error)).pipe(form);
  });
}
