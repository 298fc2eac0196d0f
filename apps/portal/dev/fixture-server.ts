import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FixtureApi } from './fixture-api.js';
import type { FixtureAnswer, FixtureRequest } from './fixtures/exchange.js';
import { serveFile } from './static-files.js';

/** What went wrong on purpose: answers for a path instead of the usual ones. */
interface Breakage {
  readonly path: string;
  readonly answer: FixtureAnswer | 'no-answer';
  left: number;
}

/**
 * The services as far as pages need them, in memory, with generated people. For work on pages and for their tests; no
 * part of it is built into the portal.
 */
export class FixtureServer {
  readonly api = new FixtureApi();
  /** Every request that came, for tests that ask what was sent. */
  readonly requests: FixtureRequest[] = [];
  private breakages: Breakage[] = [];
  private server: Server | null = null;

  /** The next `times` requests whose path begins so fail this way. */
  breakNext(path: string, answer: FixtureAnswer | 'no-answer', times = Number.POSITIVE_INFINITY): void {
    this.breakages.push({ path, answer, left: times });
  }

  mend(): void {
    this.breakages = [];
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    void readBody(request).then((body) => this.reply(request, body, response));
  }

  /** Serves a built portal and the fixtures on one origin; answers the address. */
  async listen(folder: string): Promise<string> {
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/api/')) this.answer(request, response);
      else serveFile(folder, request, response);
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private reply(message: IncomingMessage, body: unknown, response: ServerResponse): void {
    const url = new URL(message.url ?? '/', 'http://fixture');
    const request: FixtureRequest = {
      ...{
        method: message.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: message.headers,
        body,
      },
      session: /xibu-session=([\w-]+)/.exec(message.headers.cookie ?? '')?.[1] ?? null,
    };
    this.requests.push(request);
    const broken = this.breakages.find(({ path, left }) => left > 0 && request.path.startsWith(path));
    if (broken) broken.left -= 1;
    const answer = broken ? broken.answer : this.api.answer(request);
    if (answer === 'no-answer') {
      response.destroy();
      return;
    }
    const type = answer.status >= 400 ? 'application/problem+json' : 'application/json';
    response.writeHead(answer.status, { 'content-type': `${type}; charset=utf-8`, ...answer.headers });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text === '' || !request.headers['content-type']?.includes('json')) return null;
  return JSON.parse(text);
}
