import { type Refusal, type RefusalText, refusals, sayRefusal } from '@xibu/domain';
import { currentRequest } from '@xibu/platform';
import type { FastifyReply } from 'fastify';

/** A no that is written and never thrown: an error collects its stack, a third of what a refusal costs. */
export type WrittenNo = Pick<Refusal, 'code' | 'details'>;

/** Answers with a no, without anything of the way that an accepted request goes: it must cost little. */
export function refuse(reply: FastifyReply, no: WrittenNo, more: object = {}): void {
  const { code, details } = no;
  const { status }: RefusalText = refusals[code];
  const request = currentRequest();
  const detail = sayRefusal(no, request?.language ?? 'zh');
  const problem = { type: `urn:xibu:refusal:${code}`, title: detail, status, code, detail };
  void reply
    .status(status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 ? { 'retry-after': String(details['seconds'] ?? 5) } : {}),
    })
    .send(JSON.stringify({ ...problem, trace: request?.correlation ?? '', ...more }));
}
