import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { servingPort } from './server';

test('a free port is served on', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const { port } = server.address() as { port: number };
  await expect(servingPort(String(port))).rejects.toThrow(`PORT=${port + 1} npm start`);
  await new Promise((done) => server.close(done));
  expect(await servingPort(String(port))).toBe(port);
});

test.each(['http', '0', '70000', '-1', '80.5'])('PORT=%s is refused in one sentence', async (port) => {
  await expect(servingPort(port)).rejects.toThrow(`PORT=${port}`);
});
