import { randomUUID } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** What the system said no to, as the caller of an API sees it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly where: string,
    detail: string,
  ) {
    super(`${where}: ${status} ${code} ${detail}`);
  }
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly version?: number;
}

const patienceMs = 120_000;
const connections = new Agent({ keepAlive: true });

/**
 * One signed-in account at the gateway. A request that could not be answered (503, connection lost) is repeated with the
 * same idempotency key until it is: what was done once is not done again.
 */
export class Client {
  constructor(
    private readonly url: string,
    private session: string | null = null,
    private readonly timings: Timings = new Timings(),
  ) {}

  async signIn(name: string, password: string): Promise<Client> {
    const { session } = await this.post<{ session: string }>('/api/programme/sign-in', { name, password });
    return new Client(this.url, session, this.timings);
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.call({ method: 'GET', path });
  }

  /** The very bytes of a file. */
  async text(path: string): Promise<string> {
    const { status, text } = await this.answerTo({ method: 'GET', path });
    if (status !== 200) throw new Problem(status, 'file', `GET ${path}`, text);
    return text;
  }

  post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
    return this.call({ method: 'POST', path, body });
  }

  put<Answer>(path: string, body: unknown, version?: number): Promise<Answer> {
    return this.call({ method: 'PUT', path, body, version });
  }

  /** The code of the refusal that a step must meet; an answer instead of one is an error. */
  async refused(work: (client: this) => Promise<unknown>): Promise<string> {
    try {
      await work(this);
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
    throw new Error('was done, and should have been refused');
  }

  /** Every row of a list, page by page. */
  async all<Row>(path: string): Promise<Row[]> {
    const rows: Row[] = [];
    const mark = path.includes('?') ? '&' : '?';
    for (let after: string | null = ''; after !== null; ) {
      const page: { rows: Row[]; next: string | null } = await this.get(
        `${path}${mark}limit=200${after && `&after=${after}`}`,
      );
      rows.push(...page.rows);
      after = page.next;
    }
    return rows;
  }

  private async call<Answer>(call: Call): Promise<Answer> {
    return this.read<Answer>(call, await this.answerTo(call));
  }

  /** The answer to a request that is repeated while the system is away, or asks for patience. */
  private async answerTo(call: Call): Promise<{ readonly status: number; readonly text: string }> {
    const key = randomUUID();
    const end = Date.now() + patienceMs;
    for (let tries = 1; ; tries += 1) {
      const answer = await this.once(call, key);
      if (![0, 429, 503].includes(answer.status)) return answer;
      if (Date.now() > end) throw new Problem(answer.status, 'no-answer', `${call.method} ${call.path}`, answer.text);
      await pause(Math.min(100 * tries, 2000));
    }
  }

  private async once({ method, path, body, version }: Call, key: string): Promise<{ status: number; text: string }> {
    const began = performance.now();
    // On one machine, packing and unpacking an answer costs more than its way.
    const headers: Record<string, string> = {
      ...{ 'x-xibu': 'machine', 'accept-language': 'zh', 'accept-encoding': 'identity' },
    };
    if (this.session) headers['authorization'] = `Session ${this.session}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (method !== 'GET') headers['idempotency-key'] = key;
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    try {
      const { statusCode: status = 0, text } = await send(`${this.url}${path}`, { method, headers, body });
      this.timings.add(
        `${method} ${path.replace(/\?.*$/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`,
        performance.now() - began,
      );
      return { status, text };
    } catch (error) {
      // The connection was lost before an answer came: whether it was done is unknown, the key makes asking again safe.
      if (error instanceof Error && 'code' in error) return { status: 0, text: String(error) };
      throw error;
    }
  }

  private read<Answer>({ method, path }: Call, { status, text }: { status: number; text: string }): Answer {
    const json: unknown = /^\s*[[{"]|^(true|false|null|\d+)\s*$/.test(text) ? JSON.parse(text) : text;
    if (status >= 200 && status < 300) return json as Answer;
    const { code = 'fault', detail = text } = (typeof json === 'object' && json !== null ? json : {}) as {
      code?: string;
      detail?: string;
    };
    throw new Problem(status, code, `${method} ${path}`, detail);
  }
}

/** One request, as plain as Node can: tens of thousands of them share the machine with what they ask. */
async function send(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body: unknown },
): Promise<{ readonly statusCode: number | undefined; readonly text: string }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(url, { method, headers, agent: connections }, resolve);
    asked.once('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
  return { statusCode: answer.statusCode, text: await textOf(answer) };
}

/** How long calls took, by route. */
export class Timings {
  private readonly routes = new Map<string, number[]>();

  add(route: string, ms: number): void {
    const known = this.routes.get(route);
    if (known) known.push(ms);
    else this.routes.set(route, [ms]);
  }

  /** Route, calls, median and 95th percentile in ms; the busiest first. */
  rows(): (readonly [route: string, calls: number, p50: number, p95: number])[] {
    return [...this.routes]
      .map(([route, times]) => {
        const sorted = times.sort((left, right) => left - right);
        const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
        return [route, sorted.length, at(0.5), at(0.95)] as const;
      })
      .sort((left, right) => right[1] * right[2] - left[1] * left[2]);
  }
}

/** Runs `work` over all items, a few at a time, in order of the items. */
export async function forEach<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let at = 0;
  const lane = async (): Promise<void> => {
    for (let index = at++; index < items.length; index = at++) await work(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}
