import { createHash } from 'node:crypto';

/** The version of an answer, told by its content. */
export function etagOf(content: Buffer): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/** Whether the caller holds this version already (RFC 9110, 13.1.2: compared weakly). */
export function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch !== undefined && ifNoneMatch.split(',').some((tag) => plain(tag) === plain(etag));
}
