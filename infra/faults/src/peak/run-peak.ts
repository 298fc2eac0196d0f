import { setTimeout as pause } from 'node:timers/promises';
import { Progress } from '@xibu/end-to-end/season/progress';
import type { Stack } from '@xibu/local/stack';
import { History } from '../history.js';
import { say } from '../run-drill.js';
import type { Marks } from './chart.js';
import { type Costs, costsOf } from './costs.js';
import { eveningShares, flat, placesOf, type Stretch, wholeDay } from './evening.js';
import { type Attempt, type Figures, figuresOf, percentile, recoveryOf, secondsOf } from './figures.js';
import { eveningServices, Ground, publicPaths } from './ground.js';
import { Load } from './load.js';
import { Preparation } from './prepare-comers.js';
import { Meter } from './processor-time.js';
import { nextRate, type Step, saturationOf } from './saturation.js';
import { startGenerator } from './start-generator.js';
import { judgeAnswers, judgeRatios, type Verdict } from './verdicts.js';

/** How long, how hard and on whom. */
export interface Plan {
  readonly seed: string;
  /** Requests a second at which the system is full; null: to be found out, and what a request costs too. */
  readonly rate: number | null;
  /** How far above saturation. */
  readonly times: number;
  /** Seconds of each part of the evening. */
  readonly day: number;
  readonly calm: number;
  readonly saturation: number;
  readonly overload: number;
  readonly recovery: number;
  /** Seconds of one step of the search, and of each kind alone. */
  readonly step: number;
  /** People that are prepared at the most. */
  readonly people: number;
}

export interface Evening {
  readonly steps: readonly Step[];
  readonly rate: number;
  readonly seconds: readonly Figures[];
  readonly marks: Marks;
  readonly stretches: readonly { readonly name: string; readonly figures: Figures }[];
  readonly costs: Costs | null;
  /** What must hold at any speed. */
  readonly verdicts: readonly Verdict[];
  /** What says how well overload is borne. */
  readonly ratios: readonly Verdict[];
  /** Submissions that were acknowledged, over all. */
  readonly submissions: number;
  /** How late the generator itself was, at its 99th percentile, in ms. */
  readonly generatorLateMs: number;
}

/** Load of the calm stretches, of saturation. */
const calmShare = 0.7;
/** A good client still tries for so long after the last start. */
const graceMs = 20_000;
const aftermathSeconds = 3;
/** A restarter needs a moment to notice. */
const awayMs = 500;
/** What is on its way after the last answer arrives within this time. */
const restWithinMs = 60_000;

/** The last evening of sign-up: how much can be done, what happens when three times as many come, and a kill then. */
export async function runPeak(stack: Stack, plan: Plan, historyFile: string): Promise<Evening> {
  const ground = new Ground(stack, eveningServices, plan.seed);
  const history = new History(historyFile);
  const preparation = new Preparation(ground.world, history, stack.url);
  const meter = new Meter();
  const asking = startGenerator({ url: stack.url, historyFile, seed: plan.seed, publicPaths });
  const load = new Load({ asking, preparation, ground, meter }, { seed: plan.seed, people: plan.people });
  try {
    await ground.open(new Progress());
    const steps = plan.rate === null ? await search(load, plan) : [];
    const rate = plan.rate ?? Math.round(saturationOf(steps).accepted);
    await load.provide(neededFor(plan, rate));
    const alone = plan.rate === null ? await load.costsAlone(rate, plan.step) : null;
    const run = await evening(stack, plan, rate, load);
    // Whole again: whoever comes now is served, also where a start takes longer than the rest of the evening.
    await load.run([flat('aftermath', rate * calmShare, aftermathSeconds)], graceMs);
    const restMs = await ground.rest();
    say('peak', `at rest ${Math.round(restMs)} ms after the last answer`);
    const { attempts, marks } = run;
    const figures = (name: string) => {
      const { fromMs, toMs } = stretchOf(marks, name);
      return figuresOf(attempts, fromMs, toMs);
    };
    const seconds = secondsOf(attempts, (marks.stretches.at(-1)?.toMs ?? 0) / 1000);
    const calm = figures('calm');
    const costs = alone && costsWithin(run, load, alone);
    const normalMs = Math.max(100, 2 * (calm.p99 ?? 0));
    const recovery = recoveryOf(seconds, stretchOf(marks, 'recovery').fromMs, normalMs);
    const ratios = { calm, saturation: figures('saturation'), overload: figures('overload'), costs, recovery };
    const whole = [atRest(restMs), everybodyCame(load.unwanted)];
    return {
      ...{ steps, rate, seconds, marks, costs },
      stretches: marks.stretches.map(({ name }) => ({ name, figures: figures(name) })),
      verdicts: [...(await ground.check(history)), ...judgeAnswers(load.attempts), ...whole],
      ratios: judgeRatios(ratios, plan.times),
      submissions: history.read().filter(({ event, kind }) => event === 'ok' && kind === 'submit').length,
      generatorLateMs:
        percentile(
          attempts.map(({ sentMs, dueMs }) => sentMs - dueMs),
          0.99,
        ) ?? 0,
    };
  } finally {
    meter.stop();
    preparation.close();
    await asking.end();
    history.close();
    await ground.databases.close();
  }
}

/** Ever more a second, until it brings no more. */
async function search(load: Load, { step: seconds }: Plan): Promise<Step[]> {
  const steps: Step[] = [];
  for (let rate = nextRate(steps); rate !== null; rate = nextRate(steps)) {
    await load.provide(Math.ceil(rate * seconds));
    const { attempts } = await load.run([flat('step', rate, seconds)], graceMs);
    // Its first second is left to those who are woken by it.
    const { accepted, submitted, p95, seconds: over } = figuresOf(attempts, 1_000, seconds * 1_000);
    steps.push({ rate, accepted: accepted / over, submitted: submitted / over, p95 });
    say('search', `${rate} a second: ${(accepted / over).toFixed(1)} done, p95 ${Math.round(p95 ?? 0)} ms`);
    await load.rest();
  }
  return steps;
}

/** Enough for every submission that could be accepted, and for whoever is in the middle of something. */
function neededFor(plan: Plan, rate: number): number {
  const { submit, draft } = eveningShares;
  const atFull = plan.day / 6 + plan.calm + plan.saturation + plan.overload * 2 + plan.recovery + plan.step * 2;
  const underWay = plan.times * Math.min(10, plan.overload) * (submit + draft);
  return Math.ceil((rate * (submit * atFull + underWay)) / 100) + 20;
}

export interface EveningRun {
  readonly attempts: readonly Attempt[];
  readonly marks: Marks;
  /** When it began, by the meter. */
  readonly beganMs: number;
}

async function evening(stack: Stack, plan: Plan, rate: number, load: Load): Promise<EveningRun> {
  const stretches: Stretch[] = [
    wholeDay('24 hours', rate, plan.day),
    flat('calm', rate * calmShare, plan.calm),
    flat('saturation', rate, plan.saturation),
    flat('overload', rate * plan.times, plan.overload),
    flat('recovery', rate * calmShare, plan.recovery),
  ];
  const places = placesOf(stretches);
  const killAtMs = stretchOf({ stretches: places }, 'overload').fromMs + plan.overload * 500;
  let [killedMs, backMs, beganMs] = [0, 0, 0];
  const strike = async () => {
    beganMs = load.nowMs;
    await pause(killAtMs);
    killedMs = load.nowMs - beganMs;
    say('nemesis', 'recruitment is killed');
    await stack.kill('recruitment');
    await pause(awayMs);
    await stack.revive('recruitment');
    backMs = load.nowMs - beganMs;
    say('nemesis', `recruitment is back after ${Math.round(backMs - killedMs)} ms`);
  };
  say('peak', `saturation at ${rate} requests a second; the evening begins`);
  const { attempts } = await load.run(stretches, graceMs, strike);
  return { attempts, beganMs, marks: { stretches: places, killedMs, backMs } };
}

/** Two seconds into saturation, and into overload up to the kill: a process that starts costs time of its own. */
function costsWithin(
  { attempts, marks, beganMs }: EveningRun,
  load: Load,
  { alone, idleMsPerSecond }: Awaited<ReturnType<Load['costsAlone']>>,
): Costs | null {
  const full = stretchOf(marks, 'saturation');
  const saturation = load.spentOn(attempts, beganMs, full.fromMs + 2_000, full.toMs);
  const above = stretchOf(marks, 'overload').fromMs + 2_000;
  const overload = load.spentOn(attempts, beganMs, above, (marks.killedMs ?? above) - 500);
  return saturation && overload && costsOf(alone, idleMsPerSecond, saturation, overload);
}

function stretchOf({ stretches }: Pick<Marks, 'stretches'>, name: string): Marks['stretches'][number] {
  const found = stretches.find((stretch) => stretch.name === name);
  if (!found) throw new Error(`no stretch ${name}`);
  return found;
}

function atRest(restMs: number): Verdict {
  const found = `${(restMs / 1000).toFixed(1)} s`;
  return { what: 'nothing is on its way any more after', goal: '≤ 60 s', found, holds: restMs <= restWithinMs };
}

function everybodyCame(unwanted: number): Verdict {
  return {
    ...{ what: 'intents for which nobody was prepared', goal: 'none' },
    ...{ found: unwanted === 0 ? 'none' : String(unwanted), holds: unwanted === 0 },
  };
}
