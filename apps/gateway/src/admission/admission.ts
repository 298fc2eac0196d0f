import { AsyncResource } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PublicReads } from '../public-reads/public-reads.js';
import { isService, type Service } from '../upstreams/services.js';
import { WaitingRoom } from '../waiting-room/waiting-room.js';
import { Doorways } from './doorways.js';
import { priorityOf } from './priority.rules.js';
import { refuse } from './refuse.js';

type Done = (error?: Error) => void;

/**
 * Stands before everything that costs: no session is looked up and no body is read for a request that is answered from
 * memory, has to wait, or is refused.
 */
@Injectable()
export class Admission {
  constructor(
    private readonly reads: PublicReads,
    private readonly room: WaitingRoom,
    private readonly doorways: Doorways,
  ) {}

  watch(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      const service = serviceOf(request.url);
      if (!service) return done();
      const read = this.reads.named(service, request);
      if (read) return void this.reads.answer(read, request, reply).catch((error) => sayNo(reply, error, done));
      if (this.room.letsIn(request, reply)) this.enter(service, request, reply, done);
    });
  }

  private enter(service: Service, request: FastifyRequest, reply: FastifyReply, done: Done): void {
    const priority = priorityOf(request.method, request.url);
    const doorway = this.doorways.of(service);
    const go = (): void => {
      // Whoever left while waiting for their turn takes nobody’s place.
      if (reply.raw.destroyed) return doorway.leave(null);
      const began = performance.now();
      reply.raw.once('close', () => doorway.leave(performance.now() - began));
      done();
    };
    const giveUp = (): void => refuse(reply, this.doorways.busy(service, priority));
    // A turn is called from the end of another request, and must go on as this one.
    const entry = doorway.enter(priority, () => ({ go: AsyncResource.bind(go), giveUp: AsyncResource.bind(giveUp) }));
    if (entry === 'in') go();
    if (entry === 'refused') giveUp();
  }
}

function sayNo(reply: FastifyReply, error: unknown, done: Done): void {
  if (error instanceof Refusal) refuse(reply, error);
  else done(error instanceof Error ? error : new Error(String(error)));
}

/** The service that an address belongs to; null for pages, files and what the gateway answers itself. */
function serviceOf(url: string): Service | null {
  if (!url.startsWith('/api/')) return null;
  const end = url.indexOf('/', 5);
  const name = end === -1 ? '' : url.slice(5, end);
  return isService(name) ? name : null;
}
