import { Agent, type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { Answer } from './manners.js';

/** Whoever has waited so long goes away; that is a hang already. */
const patienceMs = 20_000;

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly session?: string;
  /** Idempotency-Key: all tries of one command have the same. */
  readonly key?: string;
  readonly version?: number;
  /** Of an answer that one has already. */
  readonly etag?: string;
}

/** The cookies of one visitor: a ticket of the waiting room comes as one, and counts only when it is shown again. */
export class Cookies {
  private readonly kept = new Map<string, string>();

  take(headers: readonly string[] = []): void {
    for (const header of headers) {
      const [pair = ''] = header.split(';');
      const [name = '', ...value] = pair.trim().split('=');
      if (/;\s*max-age=0\b/i.test(header)) this.kept.delete(name);
      else this.kept.set(name, value.join('='));
    }
  }

  get header(): Record<string, string> {
    if (this.kept.size === 0) return {};
    return { cookie: [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
}

/** Plain HTTP to the gateway. Never waits for another request; whatever comes, or does not, is an answer. */
export class Caller {
  private readonly connections = new Agent({ keepAlive: true });

  constructor(
    private readonly url: string,
    private readonly now: () => number,
  ) {}

  async ask(call: Call, cookies = new Cookies()): Promise<Answer> {
    try {
      return await this.once(call, cookies);
    } catch (error) {
      // The connection was refused or lost, or it took too long.
      if (!(error instanceof Error)) throw error;
      return { status: 0, body: {}, etag: null, retryAfterMs: null, isPolite: false, endMs: this.now() };
    }
  }

  close(): void {
    this.connections.destroy();
  }

  private async once({ method, path, body, session, key, version, etag }: Call, cookies: Cookies): Promise<Answer> {
    const headers: Record<string, string> = {
      ...{ 'x-xibu': 'machine', 'accept-encoding': 'identity', 'accept-language': 'zh', ...cookies.header },
      ...(session === undefined ? {} : { authorization: `Session ${session}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
    };
    const asked = request(`${this.url}${path}`, { method, headers, agent: this.connections });
    const patience = setTimeout(() => asked.destroy(new Error('no answer')), patienceMs);
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        asked.on('error', reject);
        asked.once('response', resolve);
        asked.end(body === undefined ? undefined : JSON.stringify(body));
      });
      const text = await textOf(answer);
      return this.answerOf(answer, text, cookies);
    } finally {
      clearTimeout(patience);
    }
  }

  private answerOf({ statusCode: status = 0, headers }: IncomingMessage, text: string, cookies: Cookies): Answer {
    const endMs = this.now();
    cookies.take(headers['set-cookie']);
    const isJson = headers['content-type']?.includes('json') && text !== '';
    const body = isJson ? (JSON.parse(text) as object) : {};
    const seconds = Number(headers['retry-after']);
    const retryAfterMs = seconds > 0 ? seconds * 1000 : null;
    const isPolite = retryAfterMs !== null && 'detail' in body;
    return { status, body, etag: headers.etag ?? null, retryAfterMs, isPolite, endMs };
  }
}
