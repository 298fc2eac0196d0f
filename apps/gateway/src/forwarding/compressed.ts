import type { Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** Below this, compressing costs more than it saves. */
const leastBytes = 1024;
const compressible =
  /^(text\/(?!event-stream)|application\/(json|problem\+json|xml|javascript|manifest\+json)|image\/svg)/;

export type Encoding = 'br' | 'gzip';

/** The best encoding that the reader takes; null for none. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const names = (accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null;
}

export function isCompressible(type: string | undefined): boolean {
  return compressible.test(type ?? '');
}

/** The encoding for an answer of a service; null when it is small, of another kind, or encoded already. */
export function encodingOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  accepted: string | undefined,
): Encoding | null {
  const length = headers['content-length'];
  const isSmall = length !== undefined && Number(length) < leastBytes;
  if (isSmall || headers['content-encoding'] || !isCompressible(String(headers['content-type'] ?? ''))) return null;
  return encodingFor(accepted);
}

/** Fast rather than tight: the answer is read once. */
export function compress(stream: Readable, encoding: Encoding): Readable {
  const encoder =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : createGzip({ level: 4 });
  // An answer that breaks off must break off for the reader too, not end as if it were whole.
  stream.once('error', (error) => encoder.destroy(error));
  encoder.once('close', () => stream.destroy());
  return stream.pipe(encoder);
}
