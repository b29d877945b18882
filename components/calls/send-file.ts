/**
 * Sends a file piece by piece and goes on where it stopped: after a broken line by itself, after a reload when the same
 * file is chosen again. The server says how much it has; nothing is remembered here.
 */
export type Line = {
  /** One request; resolves with its status, headers and body, rejects when the line broke. */
  request: (
    method: string,
    url: string,
    options: {
      headers?: Record<string, string>;
      body?: Blob | string;
      sent?: (bytes: number) => void;
      signal: AbortSignal;
    },
  ) => Promise<{ status: number; header: (name: string) => string | null; text: string }>;
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};
export type SentFile = { ok: true } | { ok: false; message: string; again: boolean };
type Given = {
  file: File;
  url: string;
  /** What else its small form says: the words of a message. */
  words?: Record<string, string>;
  locale: string;
  progress: (received: number) => void;
  begun: (address: string) => void;
  signal: AbortSignal;
};

const PIECE = 1_000_000;
const WAITS_MS = [1_000, 3_000, 8_000, 20_000];

export async function sendFile(
  line: Line,
  { file, url, words, locale, progress, begun, signal }: Given,
): Promise<SentFile> {
  const body = JSON.stringify({
    ...words,
    ...announced(url),
    name: file.name,
    size: file.size,
    modified: file.lastModified,
  });
  const said = `?locale=${locale}`;
  let failures = 0;
  let address = '';
  let offset = 0;
  while (true) {
    try {
      if (!address) {
        const started = await line.request('POST', `${bare(url)}${said}`, { headers: JSON_TYPE, body, signal });
        if (started.status !== 201) return refusal(started);
        address = `${bare(url)}/${JSON.parse(started.text).id}`;
        offset = Number(JSON.parse(started.text).received);
        begun(address);
      }
      const piece = file.slice(offset, offset + PIECE);
      const from = offset;
      const sent = await line.request('PATCH', `${address}${said}`, {
        headers: { 'content-type': 'application/partial-upload', 'upload-offset': String(offset) },
        body: piece,
        sent: (bytes) => progress(from + bytes),
        signal,
      });
      const now = sent.header('upload-offset');
      // Another tab, or an answer that got lost: the server knows better where it stands.
      if ((sent.status === 204 || sent.status === 409) && now !== null) {
        failures = 0;
        offset = Number(now);
        progress(offset);
        if (sent.header('upload-complete') === '?1') return { ok: true };
        continue;
      }
      if (sent.status < 500 && sent.status !== 400 && sent.status !== 408) return refusal(sent);
    } catch {
      if (signal.aborted) return { ok: false, message: '', again: false };
    }
    const pause = WAITS_MS[failures++];
    if (pause === undefined) return { ok: false, message: '', again: true };
    await line.wait(pause, signal).catch(() => undefined);
    if (signal.aborted) return { ok: false, message: '', again: false };
    offset = address ? await where(line, address, offset, signal) : 0;
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
const bare = (url: string): string => url.split('?')[0] ?? url;
const announced = (url: string) => ({ field: new URLSearchParams(url.split('?')[1]).get('field') ?? '' });

/** Where the server stands; what we believed when it cannot be asked. */
async function where(line: Line, address: string, believed: number, signal: AbortSignal): Promise<number> {
  try {
    const head = await line.request('HEAD', address, { signal });
    return Number(head.header('upload-offset') ?? believed);
  } catch {
    return believed;
  }
}

function refusal({ text }: { text: string }): SentFile {
  try {
    return { ok: false, message: String(JSON.parse(text).message ?? ''), again: false };
  } catch {
    return { ok: false, message: '', again: true };
  }
}

/** The browser's own line: XMLHttpRequest, the only one that tells how much has left. */
export const browserLine: Line = {
  request: (method, url, { headers = {}, body, sent, signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      if (sent) request.upload.onprogress = (event) => sent(event.loaded);
      request.onload = () =>
        resolve({
          status: request.status,
          header: (name) => request.getResponseHeader(name),
          text: request.responseText,
        });
      request.onerror = request.ontimeout = () => reject(new Error('the line broke'));
      request.onabort = () => reject(new Error('given up'));
      signal.addEventListener('abort', () => request.abort(), { once: true });
      request.send(body ?? null);
    }),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new Error('given up'));
      });
    }),
};

/** What is written in the small form around the file. */
export const wordsBeside = (form: HTMLFormElement | null | undefined): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form ?? undefined)].filter((one): one is [string, string] => typeof one[1] === 'string'),
  );
