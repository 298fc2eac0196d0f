import { All, Controller, Param, Req, Res } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicReads } from '../public-reads/public-reads.js';
import { isService, type Service } from '../upstreams/services.js';
import { WaitingRoom } from '../waiting-room/waiting-room.js';
import { Callers } from './caller.js';
import { Forward } from './forward.js';

/** Everything under `/api/<service>` that the gateway has no word in. */
@Controller('api')
export class ForwardController {
  constructor(
    private readonly callers: Callers,
    private readonly forwarding: Forward,
    private readonly reads: PublicReads,
    private readonly room: WaitingRoom,
  ) {}

  @All(':service/*')
  async forward(@Param('service') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const service = requireService(name);
    const { headers, farewell } = await this.callers.of(request);
    if (!this.room.letsStay(request, reply, farewell === null)) return reply;
    const answer = await this.forwarding.answerOf(service, request, reply, headers);
    if (request.method !== 'GET') this.reads.changed(service, request.url);
    if (farewell) void reply.header('set-cookie', farewell);
    return this.forwarding.passOn(answer, request, reply);
  }
}

function requireService(name: string): Service {
  if (!isService(name)) throw new Refusal('request.unknown-route');
  return name;
}
