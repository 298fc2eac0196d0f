import { Controller, Get, Req, Res } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodingFor } from '../forwarding/compressed.js';
import { GatewayConfig } from '../gateway.config.js';
import { readCookie } from '../sessions/session-cookie.js';
import { chosenLanguage, type Language } from './outlines.rules.js';
import { PortalFiles } from './portal-files.js';

/** The portal: its files, and for every other address outside the API its first page, which then finds the way itself. */
@Controller()
export class PortalController {
  constructor(
    private readonly files: PortalFiles,
    private readonly config: GatewayConfig,
  ) {}

  @Get('*')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const file = isOfApi(request.url) ? null : await this.files.find(request.url, this.outlineIn(request));
    if (!file) throw new Refusal('request.unknown-route');
    void reply.headers({
      ...{ etag: file.etag, vary: file.isForever ? 'accept-encoding' : 'accept-encoding, cookie' },
      'cache-control': file.isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
    const { content, encoding } = await file.bytes(encodingFor(request.headers['accept-encoding']));
    if (encoding) void reply.header('content-encoding', encoding);
    return reply.header('content-type', file.type).send(content);
  }

  /** Only for somebody who is signed in, as far as the cookie tells: a visitor will see another page there. */
  private outlineIn({ headers }: FastifyRequest): Language | null {
    const isSignedIn = readCookie(headers.cookie, this.config.isSecure) !== null;
    return isSignedIn ? chosenLanguage(headers.cookie) : null;
  }
}

function isOfApi(url: string): boolean {
  return /^\/(api|health|metrics)(\/|\?|$)/.test(url);
}
