// node --import …/clock-ahead.mjs?120000: a process whose clock of the day is so many milliseconds ahead. Timers and
// performance.now() go on as they are, as they would on such a machine.
const aheadMs = Number(new URL(import.meta.url).search.slice(1));
const RealDate = Date;

class AheadDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + aheadMs);
    else super(...given);
  }

  static now() {
    return RealDate.now() + aheadMs;
  }
}
globalThis.Date = AheadDate;
