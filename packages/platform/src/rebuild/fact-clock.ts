import { Clock } from '../clock.js';

/** Shows the time of the fact that is being heard: what was decided by the clock then is decided the same way again. */
export class FactClock extends Clock {
  private instant = new Date(0);

  now(): Date {
    return this.instant;
  }

  show(at: string): void {
    this.instant = new Date(at);
  }
}
