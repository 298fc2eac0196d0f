import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { priorityOf } from '../admission/priority.rules.js';
import { GatewayConfig } from '../gateway.config.js';
import type { Service } from '../upstreams/services.js';
import { Upstreams, wholeOf } from '../upstreams/upstreams.js';
import { compress, encodingOf } from './compressed.js';
import { etagOf, holds } from './etag.js';
import { downwardHeaders } from './headers.rules.js';
import { limited } from './limited.js';

/** What is nobody’s but the caller’s is neither shared nor left on the disk of a computer that others use too. */
const ofOneCaller = { 'cache-control': 'private, no-store' };
/** Larger answers are not one’s own status. */
const ownMaxBytes = 64 * 1024;

/** A service has at least so long for an answer, however long the session took. */
const shortestMs = 100;

/** Hands a request on to its service and the answer back, both as they come: nothing is held whole in memory. */
@Injectable()
export class Forward {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly config: GatewayConfig,
  ) {}

  async answerOf(
    service: Service,
    request: FastifyRequest,
    reply: FastifyReply,
    headers: Record<string, string | string[]>,
  ): Promise<IncomingMessage> {
    if (Number(request.headers['content-length'] ?? 0) > this.config.bodyLimit) throw new Refusal('request.too-large');
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    const body = request.body as Readable | undefined;
    // Whoever asks has waited for their session to be looked up already: all of it together has one patience.
    const patienceMs = Math.max(this.config.patienceMs - reply.elapsedTime, shortestMs);
    return this.upstreams.send(service, {
      ...{ method: request.method, path: request.url, headers, signal: gone.signal, patienceMs },
      body: body ? limited(body, this.config.bodyLimit) : null,
    });
  }

  async passOn(answer: IncomingMessage, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const headers: Record<string, string | string[]> = { ...ofOneCaller, ...downwardHeaders(answer.headers) };
    const encoding = request.method === 'HEAD' ? null : encodingOf(headers, request.headers['accept-encoding']);
    reply.status(answer.statusCode ?? 502);
    const body = isOwnStatus(request, answer) ? await wholeOf(answer) : answer;
    if (body instanceof Buffer) {
      const etag = etagOf(body);
      void reply.header('etag', etag);
      if (holds(request.headers['if-none-match'], etag)) return reply.status(304).headers(ofOneCaller).send();
    }
    if (!encoding) return reply.headers(headers).send(body);
    const { 'content-length': _, ...rest } = headers;
    return reply
      .headers({ ...rest, 'content-encoding': encoding, vary: 'accept-encoding' })
      .send(compress(body instanceof Readable ? body : Readable.from([body]), encoding));
  }
}

/** A small answer about the caller, which is asked for again and again and seldom changes. */
function isOwnStatus({ method, url }: FastifyRequest, { statusCode, headers }: IncomingMessage): boolean {
  const isSmall = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY) <= ownMaxBytes;
  return method === 'GET' && statusCode === 200 && isSmall && !headers.etag && priorityOf(method, url) === 'own';
}
