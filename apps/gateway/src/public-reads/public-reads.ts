import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { currentRequest, showFigures } from '@xibu/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Doorways } from '../admission/doorways.js';
import { encodingFor } from '../forwarding/compressed.js';
import { etagOf, holds } from '../forwarding/etag.js';
import { GatewayConfig } from '../gateway.config.js';
import type { Service } from '../upstreams/services.js';
import { Upstreams, wholeOf } from '../upstreams/upstreams.js';
import { KeptAnswer, KeptAnswers } from './kept-answers.js';
import { maySee, type PublicRoute, publicRouteOf } from './public-reads.rules.js';

/** One address in one language. */
export interface PublicRead {
  readonly key: string;
  readonly url: string;
  readonly route: PublicRoute;
  readonly language: 'zh' | 'en';
}

const answerMaxBytes = 4 * 1024 * 1024;
/** A notice of half a minute ago is better than none while its service is full or away. */
const staleMaxMs = 30_000;

/**
 * What everybody reads is asked of its service once in a few seconds, as nobody in particular, and answered out of
 * memory in between: what belongs to somebody cannot come in here. A change that goes through this gateway shows at
 * once, any other within those seconds.
 */
@Injectable()
export class PublicReads {
  private readonly kept = new KeptAnswers();
  private readonly asking = new Map<string, Promise<KeptAnswer>>();
  private readonly freshMs: number;
  private readonly counts = { memory: 0, service: 0 };

  constructor(
    private readonly upstreams: Upstreams,
    private readonly doorways: Doorways,
    config: GatewayConfig,
  ) {
    this.freshMs = config.publicReadSeconds * 1000;
    showFigures([
      {
        ...{ name: 'xibu_gateway_public_reads_total', kind: 'counter', labels: ['from'] },
        help: 'Answers to what everybody may read, out of memory or of the service',
        read: () => Object.entries(this.counts).map(([from, count]) => [{ from }, count]),
      },
    ]);
  }

  /** What the request asks for, if it is something for everybody. */
  named(service: Service, { method, url }: FastifyRequest): PublicRead | null {
    const route = this.freshMs === 0 ? null : publicRouteOf(service, method, url);
    const language = currentRequest()?.language ?? 'zh';
    return route && { key: `${language} ${url}`, url, route, language };
  }

  async answer(read: PublicRead, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const found = this.kept.get(read.key);
    const isFresh = found !== undefined && performance.now() - found.about.askedAtMs < this.freshMs;
    this.counts[isFresh ? 'memory' : 'service'] += 1;
    const answer = isFresh ? found : await this.renewed(read, found);
    const { status, etag, headers } = answer.about;
    void reply.headers({ ...headers, etag, vary: 'accept-encoding, accept-language' });
    if (status === 200 && holds(request.headers['if-none-match'], etag)) {
      void reply.status(304).send();
      return;
    }
    const { content, encoding } = await answer.bytes(encodingFor(request.headers['accept-encoding']));
    if (encoding) void reply.header('content-encoding', encoding);
    void reply.status(status).send(content);
  }

  /** Something was changed through this gateway: what it may show in is asked for anew. */
  changed(service: Service, url: string): void {
    this.kept.drop(({ about }) => maySee(about.route, service, url));
    // A question under way may have been answered before the change.
    for (const key of this.asking.keys()) this.asking.delete(key);
  }

  /** Time was moved: anything may have changed. */
  forget(): void {
    this.kept.drop(() => true);
    this.asking.clear();
  }

  private async renewed(read: PublicRead, before: KeptAnswer | undefined): Promise<KeptAnswer> {
    const asked = this.asking.get(read.key) ?? this.ask(read, before);
    const isBearable = before !== undefined && performance.now() - before.about.askedAtMs < staleMaxMs;
    if (!isBearable) return asked;
    try {
      const answer = await asked;
      return answer.about.status < 500 ? answer : before;
    } catch (error) {
      if (error instanceof Refusal) return before;
      throw error;
    }
  }

  /** However many ask for it, the service is asked once. */
  private ask(read: PublicRead, before: KeptAnswer | undefined): Promise<KeptAnswer> {
    const asked = this.doorways.pass(read.route.service, 'search', () => this.fetch(read, before));
    this.asking.set(read.key, asked);
    const end = (answer: KeptAnswer | null): void => {
      // Asked before a change: those who wait for it get it, whoever comes later does not.
      if (this.asking.get(read.key) !== asked) return;
      this.asking.delete(read.key);
      if (answer?.about.status === 200) this.kept.set(read.key, answer);
    };
    asked.then(end, () => end(null));
    return asked;
  }

  private async fetch({ url, route, language }: PublicRead, before: KeptAnswer | undefined): Promise<KeptAnswer> {
    const askedAtMs = performance.now();
    const headers = {
      ...{ accept: 'application/json', 'accept-language': language },
      ...{
        'x-correlation-id': currentRequest()?.correlation,
        'if-none-match': before?.about.servicesEtag ?? undefined,
      },
    };
    const { service } = route;
    const answer = await this.upstreams.send(service, { method: 'GET', path: url, headers: defined(headers) });
    const content = await wholeOf(answer, answerMaxBytes);
    if (answer.statusCode === 304 && before) return before.renewedAt(askedAtMs);
    const servicesEtag = answer.headers.etag ?? null;
    const etag = servicesEtag ?? etagOf(content);
    const about = { route, status: answer.statusCode ?? 502, etag, servicesEtag, askedAtMs };
    return new KeptAnswer({ ...about, headers: said(answer, route) }, content);
  }
}

/** The type as the service says it; how long it may be kept, as it is true for everybody. */
function said({ headers, statusCode }: IncomingMessage, { changedBy }: PublicRoute): Record<string, string> {
  const own = statusCode === 200 && changedBy.length === 0 ? headers['cache-control'] : undefined;
  const control = statusCode === 200 ? 'public, no-cache' : 'no-store';
  const type = headers['content-type'] ?? 'application/json; charset=utf-8';
  const retry = headers['retry-after'];
  return { 'content-type': type, 'cache-control': own ?? control, ...(retry ? { 'retry-after': retry } : {}) };
}

function defined(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
