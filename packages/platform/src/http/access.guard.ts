import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, may, type Permission, Refusal } from '@xibu/domain';
import type { FastifyRequest } from 'fastify';
import { currentRequest, visitor } from '../request-context.js';
import { Sealing } from '../sealing/sealing.js';
import { Arrivals } from './arrivals.js';
import { Tokens } from './tokens.js';

const permissionKey = 'xibu:permission';
const repeatableKey = 'xibu:repeatable';

/** The permission that a route asks for. A route without one, and without {@link Open}, does not start. */
export const May = (permission: Permission) => SetMetadata(permissionKey, permission);

/** A route for everybody, signed in or not: public lists, certificate check, sign-in. */
export const Open = () => SetMetadata(permissionKey, 'open');

/** A POST that changes nothing when it is repeated, and so needs no Idempotency-Key: sign-in, previews. */
export const Repeatable = () => SetMetadata(repeatableKey, true);

/** Who asks; a visitor on open routes. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>().actor ?? visitor;
});

/** What a handler asks for, as the access matrix reads it. */
export function permissionOf(handler: object): Permission | 'open' | undefined {
  return Reflect.getMetadata(permissionKey, handler) as Permission | 'open' | undefined;
}

/** Reads the token, asks the one table of permissions, and notes the Idempotency-Key. HTTP only. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
    private readonly sealing: Sealing,
    private readonly arrivals: Arrivals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const wanted = this.reflector.get<Permission | 'open' | undefined>(permissionKey, context.getHandler());
    if (!wanted) throw new Error(`${context.getClass().name}.${context.getHandler().name} names no permission`);

    const token = request.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
    const actor = token ? await this.tokens.read(token) : null;
    if (wanted !== 'open') {
      if (!actor) throw new Refusal('session.missing');
      if (!may(actor, wanted)) throw new Refusal('permission.missing', { permission: wanted });
    }
    request.actor = actor ?? visitor;
    const work = currentRequest();
    if (work) {
      work.actor = request.actor;
      work.action = `${request.method} ${request.routeOptions.url ?? request.url}`;
      work.idempotency = this.idempotencyOf(context, request);
      if (work.idempotency) {
        const same = { account: request.actor.account, ...work.idempotency };
        work.arrival = this.arrivals.of(same, request.headers['arrival-note']);
      }
    }
    return true;
  }

  private idempotencyOf(context: ExecutionContext, request: FastifyRequest) {
    if (request.method !== 'POST' && request.method !== 'PUT') return null;
    if (this.reflector.get<boolean | undefined>(repeatableKey, context.getHandler())) return null;
    const key = request.headers['idempotency-key'];
    // If-Match keeps a change from being made twice; with a key, whoever lost the answer to it hears it again.
    if (request.method === 'PUT' && key === undefined) return null;
    if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) throw new Refusal('idempotency.key-missing');
    const content = `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`;
    // Keyed: a body may hold a password or an identity number, which a bare hash in a table would let one guess.
    return { key, digest: this.sealing.blindIndex(content), step: 0 };
  }
}
