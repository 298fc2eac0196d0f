import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FakeSystem, startFakeSystem } from './upstreams/fake-services-for-specs.js';

const most = 8;
let system: FakeSystem;
beforeAll(async () => {
  system = await startFakeSystem({ XIBU_CONNECTIONS_MAX: String(most) });
});
afterAll(() => system.stop());

/** A connection, and the first line of what is answered on it; empty where it is closed without a word. */
async function asked(): Promise<{ socket: Socket; line: string }> {
  const { port, hostname } = new URL(system.gateway.url);
  const socket = connect(Number(port), hostname);
  // Being closed may be heard as a reset; either way the line stays empty.
  socket.on('error', () => socket.destroy());
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  socket.write('GET /api/finance/things HTTP/1.1\r\nhost: x\r\n\r\n');
  await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  return { socket, line: text.split('\r\n')[0] ?? '' };
}

test('one connection more than there may be is closed, those who are connected are served, and a place that gets free is taken', async () => {
  const held = await Promise.all(Array.from({ length: most }, asked));
  expect(held.map(({ line }) => line)).toEqual(Array.from({ length: most }, () => 'HTTP/1.1 200 OK'));
  expect((await asked()).line).toBe('');
  const [first, second] = held;
  second?.socket.write('GET /api/finance/things HTTP/1.1\r\nhost: x\r\n\r\n');
  if (second) await once(second.socket, 'data');
  first?.socket.destroy();
  let again = await asked();
  for (let tries = 0; again.line === '' && tries < 50; tries += 1) again = await asked();
  expect(again.line).toBe('HTTP/1.1 200 OK');
  for (const { socket } of [...held, again]) socket.destroy();
});
