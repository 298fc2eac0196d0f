import type { Readable } from 'node:stream';
import { Controller, Get, Put, Req, Res } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../forwarding/caller.js';
import { PublicReads } from '../public-reads/public-reads.js';
import { textOf } from '../upstreams/upstreams.js';
import { type ClockAnswer, Clocks } from './clocks.js';

const mostBytes = 1000;

/** One clock for the whole system, where time is simulated. The services themselves say who may read and move it. */
@Controller('api/clock')
export class ClocksController {
  constructor(
    private readonly callers: Callers,
    private readonly clocks: Clocks,
    private readonly reads: PublicReads,
  ) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { headers } = await this.callers.of(request);
    return send(reply, await this.clocks.read(headers));
  }

  @Put()
  async move(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { headers } = await this.callers.of(request);
    const now = readNow(request.body ? await textOf(request.body as Readable, mostBytes) : '');
    const answer = await this.clocks.move(now, headers);
    this.reads.forget();
    return send(reply, answer);
  }
}

function send(reply: FastifyReply, { status, body }: ClockAnswer): FastifyReply {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return reply.status(status).header('content-type', `${type}; charset=utf-8`).send(JSON.stringify(body));
}

function readNow(text: string): string {
  const now = text.match(/^\s*\{\s*"now"\s*:\s*"([^"\\]{10,40})"\s*\}\s*$/)?.[1];
  if (now === undefined || Number.isNaN(Date.parse(now)))
    throw new Refusal('request.malformed', { what: '{"now": …}' });
  return now;
}
