import { setTimeout as pause } from 'node:timers/promises';
import { drawsOf } from '@xibu/local/draws';
import type { Spent } from './costs.js';
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
  private prepared = 0;
  private runs = 0;

  constructor(
    private readonly hands: Hands,
    private readonly limits: { readonly seed: string; readonly people: number },
  ) {}

  get nowMs(): number {
    return this.hands.meter.nowMs;
  }

  /** So many people have a draft and have not submitted it, as far as the limit allows. */
  async provide(count: number): Promise<void> {
    const missing = Math.min(count - this.left, this.limits.people - this.prepared);
    if (missing <= 0) return;
    const began = performance.now();
    await this.hands.ground.setDoor('off');
    this.hands.asking.add(await this.hands.preparation.prepare(missing));
    this.left += missing;
    this.prepared += missing;
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
    const intents = scheduleOf(stretches, shares, drawsOf(`${this.limits.seed}/schedule ${this.runs}`));
    let struck = Promise.resolve();
    const done = await this.hands.asking.run(intents, graceMs, () => {
      struck = strike();
      // Whoever waits for it below hears of what went wrong; until then it is nobody's.
      struck.catch(() => undefined);
    });
    await struck;
    this.attempts.push(...done.attempts);
    this.unwanted += done.unwanted;
    this.left = done.left;
    return done;
  }

  /** Processor time of each kind when nothing else is asked, with all that follows from it, and of doing nothing. */
  async costsAlone(rate: number, seconds: number) {
    await this.rest();
    await this.waitForTheDoor();
    const idleFrom = this.nowMs;
    await pause(idleSeconds * 1000);
    const idleMsPerSecond = (this.hands.meter.between(idleFrom, this.nowMs) ?? 0) / idleSeconds;
    const alone = {} as Record<Kind, number>;
    for (const kind of kinds) {
      const from = this.nowMs;
      const shares = { ...{ 'sign-in': 0, draft: 0, status: 0, public: 0, submit: 0 }, [kind]: 1 };
      const stretch = flat(kind, rate * aloneShare, seconds);
      const { attempts } = await this.run([stretch], 5_000, async () => undefined, shares);
      await this.rest();
      const spent = (this.hands.meter.between(from, this.nowMs) ?? 0) - (idleMsPerSecond * (this.nowMs - from)) / 1000;
      alone[kind] = Math.max(0, spent) / Math.max(1, attempts.filter(isAccepted).length);
      say('costs', `${kind}: ${alone[kind].toFixed(2)} ms of processor time`);
    }
    return { alone, idleMsPerSecond };
  }

  /** Within a part of a schedule that began at `beganMs` by the meter; null where the machine tells no processor time. */
  spentOn(attempts: readonly Attempt[], beganMs: number, fromMs: number, toMs: number): Spent | null {
    const processorMs = this.hands.meter.between(beganMs + fromMs, beganMs + toMs);
    if (processorMs === null) return null;
    const within = attempts.filter(({ endMs }) => endMs >= fromMs && endMs < toMs);
    const accepted = within.filter(isAccepted);
    return {
      ...{ seconds: (toMs - fromMs) / 1000, processorMs, refused: within.filter(isRefused).length },
      accepted: Object.fromEntries(
        kinds.map((kind) => [kind, accepted.filter((attempt) => attempt.kind === kind).length]),
      ) as Record<Kind, number>,
    };
  }
}
