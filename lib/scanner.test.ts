import net from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from './scanner';

const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE!'}$H+H*`;

/** A daemon that speaks INSTREAM as clamd does, and keeps what it was sent. */
function fakeClamd(answer: (bytes: Buffer) => string | null) {
  const server = net.createServer((socket) => {
    let all = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      all = Buffer.concat([all, data]);
      const command = Buffer.from('zINSTREAM\0');
      if (!all.subarray(0, command.length).equals(command)) return;
      let at = command.length;
      const pieces: Buffer[] = [];
      while (all.length >= at + 4) {
        const length = all.readUInt32BE(at);
        if (length === 0) {
          const said = answer(Buffer.concat(pieces));
          if (said === null) socket.destroy();
          else socket.end(`${said}\0`);
          return;
        }
        if (all.length < at + 4 + length) return;
        pieces.push(all.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  return server;
}
const listen = (server: net.Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`tcp://127.0.0.1:${(server.address() as net.AddressInfo).port}`)),
  );

const of = (text: string | Buffer) => Readable.from([Buffer.from(text)]);
let seen = 0;
const servers: net.Server[] = [];
let good = '';
let hangsUp = '';
let tooBig = '';
beforeAll(async () => {
  const start = async (answer: (bytes: Buffer) => string | null) => {
    const server = fakeClamd(answer);
    servers.push(server);
    return listen(server);
  };
  good = await start((bytes) => {
    seen = bytes.length;
    return bytes.includes('EICAR-STANDARD') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  });
  hangsUp = await start(() => null);
  tooBig = await start(() => 'INSTREAM size limit exceeded. ERROR');
});
afterAll(() => {
  for (const server of servers) server.close();
});

describe('with a ClamAV daemon', () => {
  it('believes it: clean is safe, found is infected, and every byte was read', async () => {
    const large = Buffer.alloc(3_000_000, 'a');
    expect(await scan(Readable.from([large.subarray(0, 1_000_001), large.subarray(1_000_001)]), good)).toBe('safe');
    expect(seen).toBe(large.length);
    expect(await scan(of(EICAR), good)).toBe('infected');
  });

  it('never takes a silence, a hang-up or an error for clean', async () => {
    expect(await scan(of('text'), hangsUp)).toBe('error');
    expect(await scan(of('text'), tooBig)).toBe('error');
    expect(await scan(of('text'), 'tcp://127.0.0.1:1')).toBe('error');
  });
});

describe('without one', () => {
  it('says a file was not scanned, and still knows the test signature, even across two pieces', async () => {
    expect(await scan(of('text'), undefined)).toBe('unscanned');
    const bytes = Buffer.from(`${'x'.repeat(100)}${EICAR}`);
    expect(await scan(Readable.from([bytes.subarray(0, 130), bytes.subarray(130)]), undefined)).toBe('infected');
  });
});
