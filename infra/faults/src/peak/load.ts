import { setTimeout as pause } from 'node:timers/promises';
import { drawsOf } from '@xibu/local/draws';
import type { Stack } from '@xibu/local/stack';
import { type Costs, costsOf } from './costs.js';
import { eveningShares, flat, type Kind, kinds, type Shares, type Stretch } from './evening.js';
import { type Attempt, isAccepted, isRefused } from './figures.js';
import type { Ground } from './ground.js';
import type { Preparation } from './prepare-comers.js';
import type { Meter } from './processor-time.js';
import { say } from './say.js';
import { scheduleOf } from './schedule.js';
import type { Asking, Done } from './start-generator.js';

interface Hands {
  readonly asking: Asking;
  readonly preparation: Preparation;
  readonly ground: Ground;
  readonly meter: Meter;
  readonly stack: Stack;
}

const idleSeconds = 3;
/** Of saturation, when each kind is sent alone. */
const aloneShare = 0.3;

/** Sends schedules one after the other, sees to it that there is somebody to want things, and counts what it costs. */
export class Load {
  /** Of all schedules so far. */
  readonly attempts: Attempt[] = [];
  /** Intents for which nobody was left. */
  unwanted = 0;
  private left = 0;
  private runs = 0;

  constructor(
    private readonly hands: Hands,
    private readonly seed: string,
  ) {}

  get nowMs(): number {
    return this.hands.meter.nowMs;
  }

  /** So many people have a draft and have not submitted it. */
  async provide(count: number): Promise<void> {
    const missing = count - this.left;
    if (missing <= 0) return;
    const began = performance.now();
    await this.hands.ground.setDoor('off');
    this.hands.asking.add(await this.hands.preparation.prepare(missing));
    this.left += missing;
    const seconds = (performance.now() - began) / 1000;
    say('peak', `${missing} people have a draft; ${(missing / seconds).toFixed(0)} a second`);
    await this.rest();
    await this.waitForTheDoor();
  }

  async rest(): Promise<void> {
    await this.hands.ground.rest();
  }

  /** A waiting room that opened in an earlier schedule has closed. */
  async waitForTheDoor(): Promise<void> {
    await this.hands.ground.setDoor('auto');
  }

  /** `strike` begins with the schedule, and must be over before this is. */
  async run(
    stretches: readonly Stretch[],
    graceMs: number,
    strike: () => Promise<void> = async () => undefined,
    shares: Shares = eveningShares,
  ): Promise<Done> {
    this.runs += 1;
    const intents = scheduleOf(stretches, shares, drawsOf(`${this.seed}/schedule ${this.runs}`));
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const [done] = await Promise.all([this.hands.asking.run(intents, graceMs, () => begin()), begun.then(strike)]);
    // One by one: an evening has more of them than one call may be given.
    for (const attempt of done.attempts) this.attempts.push(attempt);
    this.unwanted += done.unwanted;
    this.left = done.left;
    return done;
  }

  /** What is accepted and what is refused costs in processor time; null where the machine does not tell. */
  async costs(rate: number, seconds: number): Promise<Costs | null> {
    await this.rest();
    await this.waitForTheDoor();
    const idleFrom = this.nowMs;
    await pause(idleSeconds * 1000);
    const idleMsPerSecond = (this.hands.meter.between(idleFrom, this.nowMs) ?? 0) / idleSeconds;
    const alone = {} as Record<Kind, number>;
    for (const kind of kinds) {
      const from = this.nowMs;
      const { attempts } = await this.run([flat(kind, rate * aloneShare, seconds)], 5_000, undefined, only(kind));
      // With all that follows from it.
      await this.rest();
      alone[kind] = this.spent(from, idleMsPerSecond) / Math.max(1, attempts.filter(isAccepted).length);
      say('costs', `${kind}: ${alone[kind].toFixed(2)} ms of processor time`);
    }
    const refusals = await this.refusals(rate, seconds, idleMsPerSecond);
    say('costs', `${refusals.refused} refusals: ${refusals.processorMs.toFixed(0)} ms of processor time`);
    return costsOf(alone, eveningShares, refusals);
  }

  /** The service stands still: few can wait for it, and all others are told to come again. Nobody does here. */
  private async refusals(rate: number, seconds: number, idleMsPerSecond: number) {
    let from = 0;
    let processorMs = 0;
    this.hands.stack.freeze('recruitment');
    const stand = async (): Promise<void> => {
      from = this.nowMs;
      await pause(seconds * 1000);
      processorMs = this.spent(from, idleMsPerSecond);
      this.hands.stack.thaw('recruitment');
    };
    const { attempts } = await this.run([flat('refused', rate, seconds)], 0, stand, only('status'));
    await this.rest();
    return { processorMs, refused: attempts.filter((one) => isRefused(one) && one.endMs < seconds * 1000).length };
  }

  /** Processor time since then, without what doing nothing costs. */
  private spent(fromMs: number, idleMsPerSecond: number): number {
    const all = this.hands.meter.between(fromMs, this.nowMs) ?? 0;
    return Math.max(0, all - (idleMsPerSecond * (this.nowMs - fromMs)) / 1000);
  }
}

function only(kind: Kind): Shares {
  return { ...{ 'sign-in': 0, draft: 0, status: 0, public: 0, submit: 0 }, [kind]: 1 };
}
