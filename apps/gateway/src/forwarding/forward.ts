import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import type { Service } from '../upstreams/services.js';
import { Upstreams } from '../upstreams/upstreams.js';
import { compress, encodingOf } from './compressed.js';
import { downwardHeaders } from './headers.rules.js';
import { limited } from './limited.js';

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
    return this.upstreams.send(service, {
      ...{ method: request.method, path: request.url, headers, signal: gone.signal },
      body: body ? limited(body, this.config.bodyLimit) : null,
    });
  }

  passOn(answer: IncomingMessage, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const headers = downwardHeaders(answer.headers);
    const encoding = request.method === 'HEAD' ? null : encodingOf(headers, request.headers['accept-encoding']);
    reply.status(answer.statusCode ?? 502);
    if (!encoding) return reply.headers(headers).send(answer);
    const { 'content-length': _, ...rest } = headers;
    return reply
      .headers({ ...rest, 'content-encoding': encoding, vary: 'accept-encoding' })
      .send(compress(answer, encoding));
  }
}
