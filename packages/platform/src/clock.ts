import { dateOf, type LegalDate } from '@xibu/domain';

/** The one source of "now" for everything that the programme decides by. */
export abstract class Clock {
  abstract now(): Date;

  /** The legal day in Asia/Shanghai. */
  today(): LegalDate {
    return dateOf(this.now());
  }
}

/** That of this machine, put right by as much as it is ahead of what everybody goes by. */
export class RealClock extends Clock {
  aheadMs = 0;

  now(): Date {
    return new Date(Date.now() - this.aheadMs);
  }
}

/** Stands still until somebody moves it: the season simulator, or a test. It never goes back. */
export class VirtualClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return this.instant;
  }

  moveTo(instant: Date): void {
    if (instant < this.instant) throw new RangeError('a virtual clock only moves forward');
    this.instant = instant;
  }
}
