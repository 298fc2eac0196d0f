import type { Readable } from 'node:stream';
import { Controller, Get, Put, Req, Res } from '@nestjs/common';
import { may, Refusal } from '@xibu/domain';
import type { Actor, Permission } from '@xibu/domain/access';
import {
  type WaitingRoomMode,
  type WaitingRoomState,
  type WaitingView,
  waitingRoomModes,
} from '@xibu/domain/gateway/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../forwarding/caller.js';
import { textOf, Upstreams } from '../upstreams/upstreams.js';
import { WaitingRoom } from './waiting-room.js';

const mostBytes = 1000;

/** Where one stands, and for operators whether anybody has to wait. */
@Controller('api/waiting-room')
export class WaitingRoomController {
  constructor(
    private readonly room: WaitingRoom,
    private readonly callers: Callers,
    private readonly upstreams: Upstreams,
  ) {}

  @Get()
  look(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): WaitingView {
    const view = this.room.stand(request, reply);
    void reply.headers({
      'cache-control': 'no-store',
      ...(view.isIn ? {} : { 'retry-after': String(view.retrySeconds) }),
    });
    return view;
  }

  @Get('mode')
  async state(@Req() request: FastifyRequest): Promise<WaitingRoomState> {
    await this.require('operations.read', request);
    return this.room.state();
  }

  /** Of this gateway alone; where there are several, each is told, or their configuration says it. */
  @Put('mode')
  async set(@Req() request: FastifyRequest): Promise<WaitingRoomState> {
    const mode = readMode(request.body ? await textOf(request.body as Readable, mostBytes) : '');
    await this.require('operations.act', request);
    this.room.mode = mode;
    return this.room.state();
  }

  /** Who asks and what they may do is for the programme service to say. */
  private async require(permission: Permission, request: FastifyRequest): Promise<void> {
    const { headers } = await this.callers.of(request);
    const { 'content-length': _, 'content-type': __, ...plain } = headers;
    const path = '/api/programme/session';
    const { status, body } = await this.upstreams.ask('programme', { method: 'GET', path, headers: plain });
    if (status !== 200) throw new Refusal(status < 500 ? 'session.missing' : 'service.unavailable');
    const { actor } = body as { actor: Actor };
    if (!may(actor, permission)) throw new Refusal('permission.missing', { permission });
  }
}

function readMode(text: string): WaitingRoomMode {
  const given = text.match(/^\s*\{\s*"mode"\s*:\s*"(\w+)"\s*\}\s*$/)?.[1];
  const mode = waitingRoomModes.find((one) => one === given);
  if (!mode) throw new Refusal('request.malformed', { what: '{"mode": "auto" | "on" | "off"}' });
  return mode;
}
