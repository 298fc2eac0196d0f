import { connect, type Socket } from 'node:net';
import { startWatch } from '../../seconds.js';

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** The request of this number, head and body, as it goes over the line. */
  request(at: number): string;
  readonly count: number;
}

export interface LoadResult {
  readonly seconds: number;
  /** Milliseconds of each request, ascending. */
  readonly latencies: readonly number[];
}

/**
 * A client that costs little: connections that stay open, one request at a time on each, and of an answer only its
 * status and its length are read. An answer that is not 2xx is an error.
 */
export async function send({ port, connections, request, count }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  const seconds = startWatch();
  const lanes = Array.from({ length: Math.min(connections, count) }, async () => {
    const line = await Line.open(port);
    while (next < count) {
      const began = performance.now();
      await line.ask(request(next++));
      latencies.push(performance.now() - began);
    }
    line.close();
  });
  await Promise.all(lanes);
  const took = seconds();
  return { seconds: took, latencies: latencies.sort((left, right) => left - right) };
}

/** The text of a request with a JSON body. */
export function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): string {
  const content = JSON.stringify(body);
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(content)}\r\n${more.join('')}\r\n${content}`;
}

export function get(path: string, headers: Readonly<Record<string, string>>): string {
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nhost: bench\r\n${more.join('')}\r\n`;
}

/** One connection. */
class Line {
  private received = '';
  private settle: { done(): void; fail(error: Error): void } | null = null;

  private constructor(private readonly socket: Socket) {
    // One character a byte, so that lengths agree.
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.take(text));
    socket.on('error', (error) => this.settle?.fail(error));
    socket.on('close', () => this.settle?.fail(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Line(socket)));
    });
  }

  ask(request: string): Promise<void> {
    return new Promise((done, fail) => {
      this.settle = { done, fail };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private take(text: string): void {
    this.received += text;
    const head = this.received.indexOf('\r\n\r\n');
    if (head === -1) return;
    const length = Number(/content-length: (\d+)/i.exec(this.received.slice(0, head))?.[1]);
    if (Number.isNaN(length)) return this.settle?.fail(new Error(`no length: ${this.received.slice(0, head)}`));
    if (this.received.length < head + 4 + length) return;
    const answer = this.received;
    this.received = '';
    if (answer.startsWith('HTTP/1.1 2')) this.settle?.done();
    else this.settle?.fail(new Error(Buffer.from(answer, 'latin1').toString()));
  }
}
