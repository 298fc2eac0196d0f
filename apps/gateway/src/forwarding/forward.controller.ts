import { All, Controller, Param, Req, Res } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { clearCookie } from '../sessions/session-cookie.js';
import { isService, type Service } from '../upstreams/services.js';
import { Callers } from './caller.js';
import { Forward } from './forward.js';

/** Everything under `/api/<service>` that the gateway has no word in. */
@Controller('api')
export class ForwardController {
  constructor(
    private readonly callers: Callers,
    private readonly forwarding: Forward,
    private readonly config: GatewayConfig,
  ) {}

  @All(':service/*')
  async forward(@Param('service') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const service = requireService(name);
    const { headers, isStale } = await this.callers.of(request);
    const answer = await this.forwarding.answerOf(service, request, reply, headers);
    // Whoever comes back after the session is over is a visitor again, and is not asked about it each time.
    if (isStale) void reply.header('set-cookie', clearCookie(this.config.isSecure));
    return this.forwarding.passOn(answer, request, reply);
  }
}

function requireService(name: string): Service {
  if (!isService(name)) throw new Refusal('request.unknown-route');
  return name;
}
