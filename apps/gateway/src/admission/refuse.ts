import type { Refusal } from '@xibu/domain';
import { problemOf } from '@xibu/platform';
import type { FastifyReply } from 'fastify';

/** Answers with a no, without anything of the way that an accepted request goes: it must cost little. */
export function refuse(reply: FastifyReply, refusal: Refusal, more: object = {}): void {
  const problem = problemOf(refusal);
  const { seconds } = refusal.details;
  void reply
    .status(problem.status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.status === 503 ? { 'retry-after': String(seconds ?? 5) } : {}),
    })
    .send(JSON.stringify({ ...problem, ...more }));
}
