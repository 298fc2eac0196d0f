import { Controller, Get, Req, Res } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodingFor } from '../forwarding/compressed.js';
import { PortalFiles } from './portal-files.js';

/** The portal: its files, and for every other address outside the API its first page, which then finds the way itself. */
@Controller()
export class PortalController {
  constructor(private readonly files: PortalFiles) {}

  @Get('*')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const file = isOfApi(request.url) ? null : await this.files.find(request.url);
    if (!file) throw new Refusal('request.unknown-route');
    void reply.headers({
      ...{ etag: file.etag, vary: 'accept-encoding' },
      'cache-control': file.isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
    const { content, encoding } = await file.bytes(encodingFor(request.headers['accept-encoding']));
    if (encoding) void reply.header('content-encoding', encoding);
    return reply.header('content-type', file.type).send(content);
  }
}

function isOfApi(url: string): boolean {
  return /^\/(api|health|metrics)(\/|\?|$)/.test(url);
}
