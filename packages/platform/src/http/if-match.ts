import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FastifyRequest } from 'fastify';

/** The version that the caller has seen, from `If-Match: "7"`; 428 when it is missing. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const version = given?.match(/^(?:W\/)?"(\d+)"$/)?.[1];
  if (version === undefined) throw new Refusal('version.missing');
  return Number(version);
});
