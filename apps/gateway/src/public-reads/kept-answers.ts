import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Encoding, isCompressible } from '../forwarding/compressed.js';
import type { PublicRoute } from './public-reads.rules.js';

const entriesMax = 1000;
const bytesMax = 16 * 1024 * 1024;
const answerKeptMaxBytes = 512 * 1024;
const leastCompressedBytes = 1024;

export interface About {
  readonly route: PublicRoute;
  readonly status: number;
  readonly etag: string;
  /** The service’s own, by which it can be asked whether anything has changed. */
  readonly servicesEtag: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly askedAtMs: number;
}

/** One answer of a service for everybody, compressed at most once for each encoding. */
export class KeptAnswer {
  constructor(
    readonly about: About,
    readonly content: Buffer,
    private readonly encoded: Partial<Record<Encoding, Promise<Buffer>>> = {},
  ) {}

  /** The same, found unchanged at a later reading of the stopwatch. */
  renewedAt(askedAtMs: number): KeptAnswer {
    return new KeptAnswer({ ...this.about, askedAtMs }, this.content, this.encoded);
  }

  async bytes(wanted: Encoding | null): Promise<{ content: Buffer; encoding: Encoding | null }> {
    const isSmall = this.content.length < leastCompressedBytes;
    if (!wanted || isSmall || !isCompressible(this.about.headers['content-type'])) {
      return { content: this.content, encoding: null };
    }
    this.encoded[wanted] ??= wanted === 'br' ? brotli(this.content) : promisify(gzip)(this.content);
    return { content: await this.encoded[wanted], encoding: wanted };
  }
}

/** A bounded number of answers and of bytes; those that were not asked for the longest go first. */
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();
  private bytes = 0;

  get(key: string): KeptAnswer | undefined {
    const found = this.answers.get(key);
    if (found) {
      this.answers.delete(key);
      this.answers.set(key, found);
    }
    return found;
  }

  set(key: string, answer: KeptAnswer): void {
    this.remove(key);
    if (answer.content.length > answerKeptMaxBytes) return;
    this.answers.set(key, answer);
    this.bytes += answer.content.length;
    for (const [oldest] of this.answers) {
      if (this.answers.size <= entriesMax && this.bytes <= bytesMax) return;
      this.remove(oldest);
    }
  }

  drop(isOut: (answer: KeptAnswer) => boolean): void {
    for (const [key, answer] of this.answers) if (isOut(answer)) this.remove(key);
  }

  private remove(key: string): void {
    this.bytes -= this.answers.get(key)?.content.length ?? 0;
    this.answers.delete(key);
  }
}

function brotli(content: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
