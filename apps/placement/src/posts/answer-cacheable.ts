import { createHash } from 'node:crypto';

/** What of a request and its reply matters here; Fastify's own satisfy it. */
export interface Asked {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
export interface Reply {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
}

const secondsFresh = 60;

/**
 * Answers what everybody may read so that it can be kept: with an ETag of its content, and 304 to whoever has it
 * already.
 */
export function answerCacheable<Value>(asked: Asked, reply: Reply, value: Value): Value | undefined {
  const tag = `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag);
  reply.header('cache-control', `public, max-age=${secondsFresh}`);
  const known = asked.headers['if-none-match'];
  if (typeof known !== 'string' || !known.split(/\s*,\s*/).includes(tag)) return value;
  reply.status(304);
  return undefined;
}
