import { randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ATTACHED, type Draft, WRITTEN } from './rush-field';

export type Sending = {
  draft: string;
  key: string;
  sentAt: number;
  /** accepted: a receipt was shown. late: the call had closed. refused: anything else that was answered. */
  outcome: 'accepted' | 'late' | 'refused' | 'unanswered';
  said: string;
};
/** What clients saw: answers by kind with their milliseconds, what each draft was last told was saved, each sending. */
export type Seen = {
  times: Record<'save' | 'piece' | 'page' | 'submit', number[]>;
  acknowledged: Map<string, { text: string; sent: Set<string> }>;
  sendings: Sending[];
  closedSaves: number;
  failures: Map<string, number>;
};

export const nothingSeen = (): Seen => ({
  times: { save: [], piece: [], page: [], submit: [] },
  acknowledged: new Map(),
  sendings: [],
  closedSaves: 0,
  failures: new Map(),
});

export type Told = { status: number; text: string; location: string; offset: string };
const agent = new http.Agent({ keepAlive: true, maxSockets: 1_500 });
export const FILE_BYTES = 5_000_000;
const PIECE = 1_000_000;
// One file for everybody: the server stores and digests each of them anew.
export const SLIDES = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(FILE_BYTES - 9)]);

function ask(
  url: string,
  draft: Draft,
  method = 'GET',
  headers: http.OutgoingHttpHeaders = {},
  body?: Buffer | string,
) {
  return new Promise<Told>((done, fail) => {
    const all = { cookie: draft.cookie, origin: new URL(url).origin, 'sec-fetch-site': 'same-origin', ...headers };
    const request = http.request(url, { method, agent, headers: all }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          location: response.headers.location ?? '',
          offset: String(response.headers['upload-offset'] ?? ''),
        }),
      );
    });
    request.on('error', fail);
    request.setTimeout(120_000, () => request.destroy(new Error('no answer in two minutes')));
    request.end(body);
  });
}

/** A browser with one person: writes, attaches, checks, sends. It asks again when the line breaks, as the pages do. */
export class Client {
  constructor(
    private readonly url: string,
    readonly draft: Draft,
    private readonly seen: Seen,
  ) {}

  private async timed(kind: keyof Seen['times'], asked: () => Promise<Told>): Promise<Told | null> {
    const start = performance.now();
    try {
      const told = await asked();
      this.seen.times[kind].push(performance.now() - start);
      return told;
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
      this.seen.failures.set(why, (this.seen.failures.get(why) ?? 0) + 1);
      return null;
    }
  }

  private gaveUp(why: string): false {
    this.seen.failures.set(why, (this.seen.failures.get(why) ?? 0) + 1);
    return false;
  }

  /** One autosave of one field. False once the call no longer takes it. */
  async save(text: string): Promise<boolean> {
    const { draft, seen } = this;
    const known = seen.acknowledged.get(draft.id) ?? { text: draft.written, sent: new Set() };
    seen.acknowledged.set(draft.id, known);
    known.sent.add(text);
    const entries = [[WRITTEN, text]];
    const body = JSON.stringify({ fields: { [WRITTEN]: { base: known.text, entries } } });
    const headers = { 'content-type': 'application/json' };
    const told = await this.timed('save', () =>
      ask(`${this.url}/api/drafts/${draft.id}`, draft, 'PATCH', headers, body),
    );
    if (told?.status === 200) known.text = text;
    // An answer that got lost: what was sent did arrive, and is the base from now on.
    else if (told?.status === 409) known.text = JSON.parse(told.text).answers?.[WRITTEN] ?? known.text;
    else if (told && [410, 423].includes(told.status)) {
      seen.closedSaves++;
      return false;
    } else if (told) seen.failures.set(`save ${told.status}`, (seen.failures.get(`save ${told.status}`) ?? 0) + 1);
    return true;
  }

  /** Sends the slides in pieces and goes on where the server stands, until they are attached or refused. */
  async attach(): Promise<boolean> {
    const root = `${this.url}/api/drafts/${this.draft.id}/uploads`;
    const announced = JSON.stringify({ field: ATTACHED, name: 'presentation.pdf', size: SLIDES.length, modified: 1 });
    for (let tries = 0; tries < 120; tries++) {
      const begun = await this.timed('piece', () =>
        ask(root, this.draft, 'POST', { 'content-type': 'application/json' }, announced),
      );
      // The only room is taken: an earlier answer got lost, the file is there.
      if (begun?.status === 422 && tries > 0) return true;
      if (begun?.status === 201) {
        const { id, received } = JSON.parse(begun.text) as { id: string; received: number };
        for (let offset = received; ; ) {
          const piece = SLIDES.subarray(offset, offset + PIECE);
          const headers = { 'upload-offset': String(offset), 'content-length': piece.length };
          const told = await this.timed('piece', () => ask(`${root}/${id}`, this.draft, 'PATCH', headers, piece));
          if (told?.status === 204 && Number(told.offset) >= SLIDES.length) return true;
          if (!told || told.offset === '' || ![204, 409].includes(told.status)) break;
          offset = Number(told.offset);
        }
      } else if (begun && begun.status < 500) return this.gaveUp(`attach ${begun.status} ${begun.text.slice(0, 60)}`);
      await wait(500);
    }
    return this.gaveUp('attach, tries');
  }

  /** The page that sends, as a browser without scripts would post it; null when it has no such form. */
  async openCheck(): Promise<Record<string, string> | null> {
    for (let tries = 0; tries < 60; tries++) {
      const told = await this.timed('page', () =>
        ask(`${this.url}/fr/my-applications/${this.draft.id}/check`, this.draft),
      );
      if (told?.status === 200) {
        const form = formWith(told.text, 'key');
        if (!form)
          this.gaveUp(`no form: ${/<h2[^>]*>([^<]{0,60})/.exec(told.text.split('<main')[1] ?? '')?.[1] ?? ''}`);
        return form;
      }
      await wait(500);
    }
    this.gaveUp('check, tries');
    return null;
  }

  /** Posts that form, `times` at once as an impatient finger does, and again while nobody answers. */
  async submit(form: Record<string, string>, times = 1): Promise<void> {
    const sentAt = Date.now();
    const post = async (): Promise<Sending> => {
      let outcome: Sending['outcome'] = 'unanswered';
      let said = '';
      for (let tries = 0; tries < 60 && outcome === 'unanswered'; tries++) {
        if (tries > 0) await wait(500);
        const { headers, body } = multipart(form);
        const told = await this.timed('submit', () =>
          ask(`${this.url}/fr/my-applications/${this.draft.id}/check`, this.draft, 'POST', headers, body),
        );
        if (told?.status === 303 && told.location.includes('/receipt')) outcome = 'accepted';
        else if (told && told.status < 500) {
          said = told.text;
          outcome = /l’appel est clos/i.test(told.text) ? 'late' : 'refused';
        }
      }
      return { draft: this.draft.id, key: form.key ?? '', sentAt, outcome, said };
    };
    this.seen.sendings.push(...(await Promise.all(Array.from({ length: times }, post))));
  }
}

const decoded = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The values of the form that holds a field of that name, boxes ticked. */
function formWith(html: string, name: string): Record<string, string> | null {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(`name="${name}"`));
  if (!form) return null;
  const fields = [...form.matchAll(/<input[^>]*>/g)].map(([input]) => [
    decoded(/ name="([^"]*)"/.exec(input)?.[1] ?? ''),
    decoded(/ value="([^"]*)"/.exec(input)?.[1] ?? (/type="checkbox"/.test(input) ? 'on' : '')),
  ]);
  return Object.fromEntries(fields.filter(([field]) => field));
}

function multipart(form: Record<string, string>): { headers: http.OutgoingHttpHeaders; body: string } {
  const edge = `rush-${randomUUID()}`;
  const parts = Object.entries(form).map(
    ([name, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    body: `${parts.join('')}--${edge}--\r\n`,
  };
}
