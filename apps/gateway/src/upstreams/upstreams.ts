import { Agent, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { GatewayConfig } from '../gateway.config.js';
import type { Service } from './services.js';

/** Connections to one service at a time. */
const socketsMax = 256;

export interface UpstreamRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Readable | string | null;
  readonly patienceMs?: number;
  /** Ends the request when the caller has gone. */
  readonly signal?: AbortSignal;
}

/** Connections to the services, kept open between requests. Nothing waits longer than the patience of the configuration. */
@Injectable()
export class Upstreams implements OnModuleDestroy {
  private readonly options = { keepAlive: true, maxSockets: socketsMax };
  private readonly agents = { http: new Agent(this.options), https: new SecureAgent(this.options) };

  constructor(private readonly config: GatewayConfig) {}

  /**
   * Sends a request and answers with the head of the answer; its body is read as a stream. A service that is away, or
   * silent for too long, is a Refusal: the caller may try again.
   */
  async send(service: Service, given: UpstreamRequest): Promise<IncomingMessage> {
    try {
      return await this.once(service, given);
    } catch (error) {
      // Whatever broke because the caller has gone is nobody's fault.
      given.signal?.throwIfAborted();
      if (isUnsent(error) && isRepeatable(given)) return this.once(service, given).catch(refuseUnavailable);
      return refuseUnavailable(error);
    }
  }

  /** A small question of the gateway itself: the whole answer as JSON, whatever its status. */
  async ask(service: Service, given: UpstreamRequest): Promise<{ status: number; body: unknown }> {
    const answer = await this.send(service, given);
    const text = (await wholeOf(answer)).toString('utf8');
    const isJson = answer.headers['content-type']?.includes('json') ?? false;
    return { status: answer.statusCode ?? 502, body: isJson ? JSON.parse(text) : text };
  }

  onModuleDestroy(): void {
    this.agents.http.destroy();
    this.agents.https.destroy();
  }

  private once(service: Service, given: UpstreamRequest): Promise<IncomingMessage> {
    const { method, path, headers, body, signal, patienceMs = this.config.patienceMs } = given;
    const base = this.config.urlOf(service);
    const isSecure = base.startsWith('https:');
    const options = { method, headers, signal, agent: isSecure ? this.agents.https : this.agents.http };
    const outgoing: ClientRequest = (isSecure ? secureRequest : request)(`${base}${path}`, options);
    return new Promise((resolve, reject) => {
      // Silence of the connection, while it is made, while one waits, and in the middle of an answer.
      outgoing.setTimeout(patienceMs, () => outgoing.destroy(new Error(`${service} is silent`)));
      outgoing.once('response', (answer: IncomingMessage) => {
        // Whoever reads the answer hears of its end; until somebody does, a caller who goes away must not end the process.
        answer.on('error', () => answer.destroy());
        resolve(answer);
      });
      // Not once: what breaks after the head has come breaks the stream of the answer, and is heard there.
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        reject(outgoing.reusedSocket && error.code === 'ECONNRESET' ? new ConnectionGone() : error);
      });
      if (body && typeof body !== 'string') pour(body, outgoing);
      else outgoing.end(body ?? undefined);
    });
  }
}

/** Like `pipeline` of Node, which makes and throws away an abort error for every body that ends well. */
function pour(body: Readable, outgoing: ClientRequest): void {
  body.once('error', (error) => outgoing.destroy(error));
  body.once('close', () => {
    if (!body.readableEnded) outgoing.destroy(new Error('the body broke off'));
  });
  body.pipe(outgoing);
}

/** A connection that was kept open was closed by the other side just then: nothing was answered on it. */
class ConnectionGone extends Error {}

function isUnsent(error: unknown): boolean {
  return error instanceof ConnectionGone;
}

/** A question may be asked again; a step may not, and a body that was a stream is gone. */
function isRepeatable({ method, body }: UpstreamRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !body;
}

export async function textOf(stream: Readable, most?: number): Promise<string> {
  return (await bytesOf(stream, most)).toString('utf8');
}

export async function bytesOf(stream: Readable, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    size += bytes.length;
    if (size > most) throw new Refusal('request.too-large');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** The whole of an answer; one that breaks off is a Refusal, as if the service had been away from the beginning. */
export function wholeOf(answer: IncomingMessage, most?: number): Promise<Buffer> {
  return bytesOf(answer, most).catch(refuseUnavailable);
}

function refuseUnavailable(error: unknown): never {
  throw error instanceof Refusal ? error : new Refusal('service.unavailable', { what: String(error) });
}
