import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { type Clock, RealClock } from '@xibu/platform';

const windowMs = 60_000;

/** Counts what comes from one address or one session within a minute. A restart forgets; that is enough for what it is. */
@Injectable()
export class Limits {
  private counts = new Map<string, number>();
  private window = 0;

  constructor(@Inject(RealClock) private readonly clock: Clock) {}

  /** Refuses what goes beyond `most` in this minute, and says how long to wait; 0 is no limit. */
  count(subject: string, most: number): void {
    if (most === 0) return;
    const now = this.clock.now().getTime();
    const window = Math.floor(now / windowMs);
    if (window !== this.window) {
      this.window = window;
      this.counts = new Map();
    }
    const count = (this.counts.get(subject) ?? 0) + 1;
    this.counts.set(subject, count);
    if (count > most)
      throw new Refusal('request.too-many', { seconds: Math.ceil((windowMs - (now % windowMs)) / 1000) });
  }
}
