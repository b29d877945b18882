import { describe, expect, it } from 'vitest';
import { type Line, sendFile } from './send-file';

/** A server that keeps bytes, on a line that breaks when told to. */
function server({ size, breaks = () => false }: { size: number; breaks?: (piece: number) => boolean }) {
  let bytes = 0;
  let pieces = 0;
  const asked: string[] = [];
  const waits: number[] = [];
  const answer = (status: number, headers: Record<string, string> = {}, text = '') => ({
    status,
    header: (name: string) => headers[name] ?? null,
    text,
  });
  const stand = () => ({ 'upload-offset': String(bytes), 'upload-complete': bytes === size ? '?1' : '?0' });
  const line: Line = {
    request: async (method, _url, { headers, body, sent }) => {
      asked.push(method);
      if (method === 'POST') return answer(201, {}, JSON.stringify({ id: 'u1', received: bytes }));
      if (method === 'HEAD') return answer(204, stand());
      if (breaks(++pieces)) throw new Error('broken');
      const piece = (body as Blob).size;
      sent?.(piece);
      if (Number(headers?.['upload-offset']) !== bytes) return answer(409, stand());
      bytes += piece;
      return answer(204, stand());
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
  };
  return { line, asked, waits, received: () => bytes, arrive: (more: number) => (bytes += more) };
}
const file = (size: number) => new File([new Uint8Array(size)], 'plan.pdf', { lastModified: 7 });
const send = (line: Line, size: number, progress: number[] = [], signal = new AbortController().signal) =>
  sendFile(line, {
    file: file(size),
    url: '/api/drafts/d/uploads?field=slides',
    locale: 'fr',
    progress: (received) => progress.push(received),
    begun: () => {},
    signal,
  });

describe('sending a file', () => {
  it('goes piece by piece and tells how much has left', async () => {
    const { line, asked, received } = server({ size: 2_400_000 });
    const progress: number[] = [];
    expect(await send(line, 2_400_000, progress)).toEqual({ ok: true });
    expect([asked, received()]).toEqual([['POST', 'PATCH', 'PATCH', 'PATCH'], 2_400_000]);
    expect(progress.at(-1)).toBe(2_400_000);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  });

  it('takes up a broken piece where the server stands, waiting a little longer each time', async () => {
    const { line, asked, waits } = server({ size: 2_000_000, breaks: (piece) => piece === 2 || piece === 3 });
    expect(await send(line, 2_000_000)).toEqual({ ok: true });
    expect(asked).toEqual(['POST', 'PATCH', 'PATCH', 'HEAD', 'PATCH', 'HEAD', 'PATCH']);
    expect(waits).toEqual([1_000, 3_000]);
  });

  it('goes on from what another page already sent', async () => {
    const { line, asked, arrive } = server({ size: 2_000_000 });
    arrive(1_000_000);
    expect(await send(line, 2_000_000)).toEqual({ ok: true });
    expect(asked).toEqual(['POST', 'PATCH']);
  });

  it('gives up for now when the line stays broken, and can be asked again', async () => {
    const { line, waits, received } = server({ size: 2_000_000, breaks: (piece) => piece > 1 });
    expect(await send(line, 2_000_000)).toEqual({ ok: false, message: '', again: true });
    expect([waits, received()]).toEqual([[1_000, 3_000, 8_000, 20_000], 1_000_000]);
  });

  it('stops at a refusal and hands its sentence over', async () => {
    const line: Line = {
      request: async () => ({ status: 410, header: () => null, text: '{"message":"L’appel est clos."}' }),
      wait: async () => {},
    };
    expect(await send(line, 10)).toEqual({ ok: false, message: 'L’appel est clos.', again: false });
  });

  it('stops when it is given up', async () => {
    const abort = new AbortController();
    const { line } = server({ size: 2_000_000, breaks: () => true });
    const given: Line = { ...line, wait: async () => abort.abort() };
    expect(await send(given, 2_000_000, [], abort.signal)).toEqual({ ok: false, message: '', again: false });
  });
});
