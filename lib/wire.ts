import { AsyncLocalStorage } from 'node:async_hooks';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';

type Wire = { request: IncomingMessage; response: ServerResponse };
/** On the process, because Next bundles this file once for instrumentation and once for pages. */
const shared = globalThis as { [key: symbol]: AsyncLocalStorage<Wire> | undefined };
const KEY = Symbol.for('cohorte.wire');

/** Next hides the socket and the status of a form's answer: both are kept beside the request they belong to. */
export function followWires(): void {
  if (shared[KEY]) return;
  const wires = new AsyncLocalStorage<Wire>();
  shared[KEY] = wires;
  const emit: (this: Server, event: string, ...args: unknown[]) => boolean = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]) {
    if (event !== 'request') return emit.call(this, event, ...args);
    const [request, response] = args as [IncomingMessage, ServerResponse];
    return wires.run({ request, response }, () => emit.call(this, event, ...args));
  };
}

/** The address at the other end of the socket: no header can pretend to be it. */
export const socketAddress = (): string | undefined => shared[KEY]?.getStore()?.request.socket.remoteAddress;

/** The page or the form's answer leaves as it is, but says 429 and when to come back (RFC 6585, RFC 9110 §10.2.3). */
export function answerTooMany(seconds: number): void {
  const response = shared[KEY]?.getStore()?.response;
  if (!response || response.headersSent) return;
  response.setHeader('Retry-After', String(seconds));
  const writeHead = response.writeHead;
  response.writeHead = ((status: number, ...rest: []) =>
    writeHead.call(response, status === 200 ? 429 : status, ...rest)) as typeof writeHead;
}
