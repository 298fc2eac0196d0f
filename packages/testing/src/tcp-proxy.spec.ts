import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js';

let server: Server;
let proxy: TcpProxy;
let heard: string;
const clients: Socket[] = [];
const served: Socket[] = [];

/** A server that answers every word with the same word. */
beforeEach(async () => {
  heard = '';
  server = createServer((socket) => {
    served.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (word) => {
      if (word.toString() !== '.') heard += word.toString();
      socket.write(word);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await startTcpProxy({ to: portOf(server), draw: () => 0.5 });
});

afterEach(async () => {
  for (const socket of [...clients.splice(0), ...served.splice(0)]) socket.destroy();
  await proxy.stop();
  await new Promise((resolve) => server.close(resolve));
});

function portOf(listening: Server): number {
  const address = listening.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function client(port = proxy.port): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  socket.on('error', () => undefined);
  clients.push(socket);
  await once(socket, 'connect');
  return socket;
}

async function echo(socket: Socket, word: string): Promise<string> {
  const answer = once(socket, 'data');
  socket.write(word);
  const [said] = (await answer) as [Buffer];
  return said.toString();
}

async function eventually(condition: () => boolean): Promise<void> {
  for (const end = performance.now() + 5_000; !condition(); ) {
    if (performance.now() > end) throw new Error('it never came to that');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What comes while others, who go around the proxy, have been there and back several times. */
async function silence(socket: Socket): Promise<string> {
  let said = '';
  socket.on('data', (word: Buffer) => (said += word.toString()));
  await besides();
  return said;
}

async function besides(): Promise<void> {
  const socket = await client(portOf(server));
  for (let times = 0; times < 5; times += 1) await echo(socket, '.');
}

test('what is well goes through as it is, in both directions, until one side hangs up', async () => {
  const socket = await client();
  const long = 'x'.repeat(300_000);
  let said = '';
  socket.on('data', (piece: Buffer) => (said += piece.toString()));
  socket.write(long);
  await eventually(() => said.length === long.length);
  expect(said).toBe(long);
  expect(proxy.connections).toBe(1);
  socket.end();
  await eventually(() => proxy.connections === 0);
});

test('latency holds back each piece, and what was said first arrives first', async () => {
  const socket = await client();
  await echo(socket, 'warm');
  proxy.set({ latencyMs: 60, jitterMs: 20 });
  const began = performance.now();
  expect(await echo(socket, 'late')).toBe('late');
  expect(performance.now() - began).toBeGreaterThan(115);
  socket.write('1');
  await besides();
  proxy.set({});
  socket.write('2');
  await eventually(() => heard === 'warmlate12');
});

test('a narrow line takes its time', async () => {
  const socket = await client();
  proxy.set({ bytesPerSecond: 10_000 });
  const began = performance.now();
  await echo(socket, 'x'.repeat(1_000));
  expect(performance.now() - began).toBeGreaterThan(190);
});

test('a reset ends every connection on both sides, and every new one, until it is over', async () => {
  const socket = await client();
  await echo(socket, 'warm');
  const ended = new Promise((resolve) => socket.once('close', resolve));
  proxy.set({ resets: true });
  await ended;
  await eventually(() => served.every(({ destroyed }) => destroyed));
  const second = connect({ host: '127.0.0.1', port: proxy.port });
  const [error] = (await once(second, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNRESET');
  proxy.set({});
  expect(await echo(await client(), 'again')).toBe('again');
});

test('a black hole accepts and swallows; who fell into it stays there, and who comes later does not', async () => {
  const socket = await client();
  await echo(socket, 'warm');
  proxy.set({ lost: 'both' });
  const late = await client();
  late.write('lost');
  socket.write('lost');
  expect(await silence(socket)).toBe('');
  proxy.set({});
  socket.write('also lost');
  late.write('also lost');
  expect(await silence(socket)).toBe('');
  expect(heard).toBe('warm');
  expect(await echo(await client(), 'new')).toBe('new');
});

test('of a half-open connection the server hears what the client says, and its answer is lost', async () => {
  const socket = await client();
  proxy.set({ lost: 'down' });
  socket.write('heard');
  expect(await silence(socket)).toBe('');
  expect(heard).toBe('heard');
  proxy.set({ lost: 'up' });
  const other = await client();
  other.write('unheard');
  expect(await silence(other)).toBe('');
  expect(heard).toBe('heard');
});

test('the end of a client that fell silent does not reach the server at once', async () => {
  const socket = await client();
  await echo(socket, 'warm');
  proxy.set({ lost: 'up' });
  socket.destroy();
  await silence(await client());
  expect(served[0]?.destroyed).toBe(false);
});
