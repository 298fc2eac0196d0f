import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { RealClock } from '@xibu/platform';
import { type RunningGateway, startGateway } from '../start-gateway.js';
import { type Service, services } from './services.js';
import { textOf } from './upstreams.js';

/** What a service was sent. */
export interface Seen {
  readonly service: Service;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON. */
  json<Body>(): Body;
}

export interface FakeSystem {
  readonly gateway: RunningGateway;
  readonly internalKey: string;
  /** Requests in the order in which they came, exchanges and health left out. */
  readonly seen: Seen[];
  readonly exchanges: Seen[];
  /** Sessions by secret: what programme would answer to an exchange. */
  readonly sessions: Map<string, { token: string; sessionId: string; account: string; seconds: number }>;
  /** Address to behaviour, as `programme PUT /api/programme/x`; everything else is echoed. */
  readonly behaviours: Map<string, Behaviour>;
  call(method: string, path: string, given?: { headers?: Record<string, string>; body?: string }): Promise<Answer>;
  stopService(service: Service): Promise<void>;
  stop(): Promise<void>;
}

const clock = new RealClock();
export const internalKey = 'known to the gateway and to the programme service';

/** Six tiny services that echo, and the gateway before them. */
export async function startFakeSystem(variables: Readonly<Record<string, string>> = {}): Promise<FakeSystem> {
  const state: Pick<FakeSystem, 'seen' | 'exchanges' | 'sessions' | 'behaviours'> = {
    ...{ seen: [], exchanges: [], sessions: new Map(), behaviours: new Map() },
  };
  const servers = new Map<Service, Server>();
  const urls: Record<string, string> = {};
  for (const service of services) {
    const server = createServer((incoming, response) => void answer(service, incoming, response, state));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.set(service, server);
    urls[`XIBU_${service.toUpperCase()}_URL`] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const gateway = await startGateway({
    ...{ XIBU_PORT: '0', XIBU_PUBLIC_URL: 'http://localhost:4000', XIBU_INTERNAL_KEY: internalKey },
    ...{ XIBU_LOG_LEVEL: 'silent', ...urls, ...variables },
  });
  const stopService = async (service: Service): Promise<void> => {
    const server = servers.get(service);
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  };
  return {
    ...{ ...state, gateway, internalKey, stopService },
    call: (method, path, given) => call(`${gateway.url}${path}`, method, given),
    async stop() {
      await gateway.stop();
      for (const service of services) await stopService(service);
    },
  };
}

async function answer(
  service: Service,
  incoming: IncomingMessage,
  response: ServerResponse,
  { seen, exchanges, sessions, behaviours }: Pick<FakeSystem, 'seen' | 'exchanges' | 'sessions' | 'behaviours'>,
): Promise<void> {
  const { method = '', url = '', headers } = incoming;
  const behaviour = behaviours.get(`${service} ${method} ${url.split('?')[0]}`);
  const isStreaming = behaviour && behaviour.length < 3;
  if (isStreaming) return void behaviour(incoming, response, '');
  const body = await textOf(incoming).catch(() => '');
  const request: Seen = { service, method, url, headers, body };
  if (url === '/api/programme/sessions/exchange') {
    exchanges.push(request);
    const session = sessions.get((JSON.parse(body) as { session: string }).session);
    const isKnown = session && headers['x-xibu-gateway-key'] === internalKey;
    const expiresAt = new Date(clock.now().getTime() + (session?.seconds ?? 0) * 1000).toISOString();
    return json(response, isKnown ? 200 : 401, { ...session, actor: { account: session?.account }, expiresAt });
  }
  if (url === '/health/ready') return json(response, 200, { ready: true });
  seen.push(request);
  if (behaviour) return void behaviour(incoming, response, body);
  json(response, 200, { service, method, url, body });
}

export function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(body));
}

/** Without fetch’s own manners: any header may be set, and encodings stay as they come. */
function call(
  url: string,
  method: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      textOf(response).then(
        (text) =>
          resolve({
            ...{ status: response.statusCode ?? 0, headers: response.headers, text },
            json: <Body>() => JSON.parse(text) as Body,
          }),
        reject,
      );
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

/** Looks until the check no longer throws; after the time it throws what it threw last. */
export async function eventually<Seen>(check: () => Seen | Promise<Seen>, withinMs = 30_000): Promise<Seen> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(20);
    }
  }
}
