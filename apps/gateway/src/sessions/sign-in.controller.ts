import { Controller, Post, Req, Res } from '@nestjs/common';
import type { SignInAnswer } from '@xibu/domain/programme/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Callers } from '../forwarding/caller.js';
import { Forward } from '../forwarding/forward.js';
import { downwardHeaders } from '../forwarding/headers.rules.js';
import { GatewayConfig } from '../gateway.config.js';
import { textOf } from '../upstreams/upstreams.js';
import { isMachine } from './credentials.rules.js';
import { DoorKeeper } from './door-keeper.js';
import { clearCookie } from './session-cookie.js';

/** The three doors at which a session begins or ends. A page never sees its secret; a machine asks for it by name. */
@Controller('api/programme')
export class SignInController {
  constructor(
    private readonly callers: Callers,
    private readonly forwarding: Forward,
    private readonly config: GatewayConfig,
    private readonly door: DoorKeeper,
  ) {}

  @Post('sign-in')
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    this.door.admit(request);
    const answer = await this.forwarding.answerOf('programme', request, reply, this.callers.unknown(request));
    if (answer.statusCode !== 200 || isMachine(request)) return this.forwarding.passOn(answer, request, reply);
    const { session, expiresAt, ...shown } = JSON.parse(await textOf(answer)) as SignInAnswer;
    const { 'content-length': _, ...headers } = downwardHeaders(answer.headers);
    return reply
      .status(200)
      .headers({ ...headers, 'set-cookie': this.door.cookieFor(session, expiresAt) })
      .send(JSON.stringify(shown));
  }

  /** Many accounts from one address are as suspicious as many passwords. */
  @Post('accounts/register')
  async register(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    this.door.countAddress(request);
    const { headers } = await this.callers.of(request);
    const answer = await this.forwarding.answerOf('programme', request, reply, headers);
    return this.forwarding.passOn(answer, request, reply);
  }

  /** Whatever the service says, this browser is signed out. */
  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { headers, credential } = await this.callers.of(request);
    void reply.header('set-cookie', clearCookie(this.config.isSecure));
    if (credential.kind === 'cookie' || credential.kind === 'session') this.door.forget(credential.secret);
    const answer = await this.forwarding.answerOf('programme', request, reply, headers);
    return this.forwarding.passOn(answer, request, reply);
  }
}
