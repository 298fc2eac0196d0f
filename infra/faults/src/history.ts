import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What a command asks for, in the order in which a person comes to them. */
export type CommandKind = 'register' | 'sign-in' | 'start' | 'draft' | 'submit';

/**
 * One try of a command, or what came of it. `ok`: acknowledged. `fail`: refused, nothing was done. `unknown`: no answer,
 * or the system was away; it may or may not have been done, and is asked again under the same key.
 */
export interface Entry {
  readonly event: 'invoke' | 'ok' | 'fail' | 'unknown';
  /** The Idempotency-Key: all tries of a command have the same. */
  readonly key: string;
  readonly kind: CommandKind;
  readonly person: number;
  /** Milliseconds since the history began. */
  readonly at: number;
  readonly status?: number;
  /** How long the answer took. */
  readonly ms?: number;
  /** Whether an answer 503 said when to come again, and why. */
  readonly isPolite?: boolean;
  readonly answer?: unknown;
}

/**
 * Written by whoever asks, outside the system, a line at a time before anything else happens: to the disk, unless whoever
 * asks has to keep to a schedule, for which the hands of the operating system are safe enough.
 */
export class History {
  private readonly began = performance.now();
  private readonly handle: number;

  constructor(
    readonly file: string,
    private readonly reaches: 'disk' | 'system' = 'disk',
  ) {
    this.handle = openSync(file, 'a');
  }

  /** Milliseconds since the history began. */
  now(): number {
    return Math.round(performance.now() - this.began);
  }

  write(entry: Omit<Entry, 'at'>): void {
    writeSync(this.handle, `${JSON.stringify({ ...entry, at: this.now() })}\n`);
    if (this.reaches === 'disk') fsyncSync(this.handle);
  }

  read(): Entry[] {
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entry);
  }

  close(): void {
    closeSync(this.handle);
  }
}
