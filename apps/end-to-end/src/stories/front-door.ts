import { randomUUID } from 'node:crypto';

export interface Asked {
  readonly body?: unknown;
  /** Secret of a session, as a machine brings it. */
  readonly session?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The gateway as any caller meets it: one request, one answer, whatever its status, and nothing added behind one's back. */
export class FrontDoor {
  constructor(private readonly url: string) {}

  async ask(method: string, path: string, { body, session, headers = {} }: Asked = {}): Promise<Answer> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...(session !== undefined && { authorization: `Session ${session}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString('utf8') };
  }

  /** The secret of a new session, as machines get it. */
  async sessionOf(name: string, password: string): Promise<string> {
    const headers = { 'x-xibu': 'machine' };
    const answer = await this.ask('POST', '/api/programme/sign-in', { body: { name, password }, headers });
    return jsonOf<{ session: string }>(answer).session;
  }

  /** The cookie of a new session, as a page of the portal gets it: `name=secret`. */
  async cookieOf(name: string, password: string): Promise<string> {
    const headers = { 'x-xibu': 'portal' };
    const answer = await this.ask('POST', '/api/programme/sign-in', { body: { name, password }, headers });
    const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';');
    if (answer.status !== 200 || !cookie) throw new Error(`${name} was not let in: ${answer.status} ${answer.text}`);
    return cookie;
  }

  /** The answer to a question that must succeed. */
  async get<Body>(path: string, session: string): Promise<Body> {
    return jsonOf<Body>(await this.ask('GET', path, { session }));
  }

  /** The answer to a step that must succeed. */
  async post<Body>(path: string, session: string | undefined, body: unknown = {}): Promise<Body> {
    return jsonOf<Body>(await this.ask('POST', path, { session, body }));
  }
}

/** The JSON of an answer that must be a success. */
export function jsonOf<Body>({ status, text }: Answer): Body {
  if (status < 200 || status >= 300) throw new Error(`answered ${status}: ${text}`);
  return JSON.parse(text) as Body;
}

/** Status and code of a "no". */
export function noOf({ status, text }: Answer): string {
  const { code } = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string };
  return `${status} ${code ?? ''}`.trim();
}
