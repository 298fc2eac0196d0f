import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Sealing } from '../sealing/sealing.js';

/** When a request was first seen here. */
export interface Arrival {
  readonly at: Date;
  /** Says so to whoever brings the request again, in the header `Arrival-Note`. */
  note(): string;
}

/** What makes two requests the same one: who asks, their Idempotency-Key, and the keyed digest of the content. */
export interface SameRequest {
  readonly account: string;
  readonly key: string;
  readonly digest: string;
}

/** Longer than any outage that people wait for at a deadline. */
const goodForMs = 24 * 3600 * 1000;

/**
 * Notes of arrival. Whoever cannot be served now and is sent away with a 503 is given one; brought along with the same
 * request, it makes the second try as early as the first. Nothing is stored for it: the note is the memory, and a keyed
 * digest shows that it is ours.
 */
@Injectable()
export class Arrivals {
  constructor(
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  /** The first arrival that the note proves; this one, when there is no note or it is not for this request. */
  of(same: SameRequest, note: unknown): Arrival {
    const now = this.clock.now();
    const at = typeof note === 'string' ? this.read(same, note, now) : null;
    return { at: at ?? now, note: () => this.write(same, at ?? now) };
  }

  private read(same: SameRequest, note: string, now: Date): Date | null {
    const at = new Date(Number.parseInt(note.split('.', 1)[0] ?? '', 36));
    const age = now.getTime() - at.getTime();
    // Also refuses what is no number at all.
    if (!(age >= 0 && age <= goodForMs)) return null;
    const [given, ours] = [Buffer.from(note), Buffer.from(this.write(same, at))];
    return given.length === ours.length && timingSafeEqual(given, ours) ? at : null;
  }

  private write({ account, key, digest }: SameRequest, at: Date): string {
    const moment = at.getTime().toString(36);
    return `${moment}.${this.sealing.blindIndex(`arrival\n${moment}\n${account}\n${key}\n${digest}`)}`;
  }
}
