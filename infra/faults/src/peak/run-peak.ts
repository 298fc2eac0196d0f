import { setTimeout as pause } from 'node:timers/promises';
import { Progress } from '@xibu/end-to-end/season/progress';
import type { Stack } from '@xibu/local/stack';
import { History } from '../history.js';
import type { Marks } from './chart.js';
import type { Costs } from './costs.js';
import { eveningShares, flat, placesOf, type Stretch, wholeDay } from './evening.js';
import { type Attempt, type Figures, figuresOf, percentile, recoveryOf, secondsOf } from './figures.js';
import { eveningServices, Ground, publicPaths } from './ground.js';
import { Load } from './load.js';
import { Preparation } from './prepare-comers.js';
import { Meter } from './processor-time.js';
import { nextRate, type Step, saturationOf } from './saturation.js';
import { say } from './say.js';
import { startGenerator } from './start-generator.js';
import { judgeAnswers, judgeRatios, type Verdict } from './verdicts.js';

/** How long, how hard and on whom. */
export interface Plan {
  readonly seed: string;
  /** Requests a second at which the system is full; null: to be found out. */
  readonly rate: number | null;
  /** Whether it is found out what each kind costs. */
  readonly withCosts: boolean;
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
  /** People that are prepared for the search; as many more as the evening needs. */
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
const searchGraceMs = 3_000;
const aftermathSeconds = 3;
/** A restarter needs a moment to notice. */
const awayMs = 500;
/** What is on its way after the last answer arrives within this time. */
const restWithinMs = 120_000;
const latestMs = 500;

/** The last evening of sign-up: how much can be done, what happens when three times as many come, and a kill then. */
export async function runPeak(stack: Stack, plan: Plan, historyFile: string): Promise<Evening> {
  const ground = new Ground(stack, eveningServices, plan.seed);
  const history = new History(historyFile);
  const preparation = new Preparation(ground.world, history, stack.url);
  const meter = new Meter();
  const asking = await startGenerator({ url: stack.url, historyFile, seed: plan.seed, publicPaths });
  const load = new Load({ asking, preparation, ground, meter, stack }, plan.seed);
  try {
    await ground.open(new Progress());
    const steps = plan.rate === null ? await search(load, plan) : [];
    const rate = plan.rate ?? Math.round(saturationOf(steps).accepted);
    await load.provide(neededFor(plan, rate));
    const costs = plan.withCosts ? await load.costs(rate, plan.step) : null;
    const run = await evening(stack, plan, rate, load);
    // Whole again: whoever comes now is served, also where a start takes longer than the rest of the evening.
    await load.run([flat('aftermath', rate * calmShare, aftermathSeconds)], graceMs);
    const restMs = await ground.settle();
    say('peak', `at rest ${Math.round(restMs)} ms after the last answer`);
    // Whoever looks signs in like everybody, and would wait behind those who will not come back.
    await ground.setDoor('off');
    const judgement = judged(run, plan.times, costs);
    return {
      ...{ steps, rate, ...judgement },
      verdicts: [
        ...(await ground.check(history)),
        ...judgeAnswers(load.attempts),
        ...[atRest(restMs), everybodyCame(load.unwanted), inTime(judgement.generatorLateMs)],
      ],
      submissions: history.read().filter(({ event, kind }) => event === 'ok' && kind === 'submit').length,
    };
  } finally {
    meter.stop();
    preparation.close();
    await asking.end();
    history.close();
    await ground.databases.close();
  }
}

/** What the attempts of the evening say: second by second, part by part, and how well overload was borne. */
function judged({ attempts, marks }: EveningRun, times: number, costs: Costs | null) {
  const within = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => figuresOf(attempts, fromMs, toMs);
  const [calm, saturation, overload] = ['calm', 'saturation', 'overload'].map((name) => stretchOf(marks, name));
  if (!calm || !saturation || !overload) throw new Error('an evening has its parts');
  const upToKill = { ...overload, name: 'overload, up to the kill', toMs: marks.killedMs ?? overload.toMs };
  const length = (marks.stretches.at(-1)?.toMs ?? 0) / 1000;
  // Whoever signs in may wait at the door a while longer; that is for those who are in to be served.
  const atWork = secondsOf(
    attempts.filter(({ kind }) => kind !== 'sign-in'),
    length,
  );
  const normalMs = Math.max(100, 2 * (within(calm).p99 ?? 0));
  const late = attempts.map(({ sentMs, dueMs }) => sentMs - dueMs);
  return {
    ...{ seconds: secondsOf(attempts, length), marks, costs, generatorLateMs: percentile(late, 0.99) ?? 0 },
    stretches: [...marks.stretches, upToKill].map((stretch) => ({ name: stretch.name, figures: within(stretch) })),
    ratios: judgeRatios(
      {
        ...{ calm: within(calm), saturation: within(saturation), overload: within(overload), costs },
        ...{ upToKill: within(upToKill), recovery: recoveryOf(atWork, overload.toMs, normalMs) },
      },
      times,
    ),
  };
}

/**
 * Ever more a second, until it brings no more. All people are there before the first step: whoever comes in the evening
 * was last seen minutes ago, and their session has to be looked up again; so it must be in the search.
 */
async function search(load: Load, { step: seconds, people }: Plan): Promise<Step[]> {
  const steps: Step[] = [];
  await load.provide(people);
  for (let rate = nextRate(steps); rate !== null; rate = nextRate(steps)) {
    await load.waitForTheDoor();
    const { attempts } = await load.run([flat('step', rate, seconds)], searchGraceMs);
    // Its first second is left to those who are woken by it.
    const { accepted, submitted, p95, seconds: over } = figuresOf(attempts, 1_000, seconds * 1_000);
    steps.push({ rate, accepted: accepted / over, submitted: submitted / over, p95 });
    say('search', `${rate} a second: ${(accepted / over).toFixed(1)} done, p95 ${Math.round(p95 ?? 0)} ms`);
    await load.rest();
  }
  return steps;
}

/** Enough for every submission, and in the overload for whoever is sent away with something unfinished. */
function neededFor(plan: Plan, rate: number): number {
  const { submit, draft } = eveningShares;
  const atFull = plan.day / 6 + plan.calm + plan.saturation + plan.recovery + plan.step * 2;
  const inOverload = plan.times * plan.overload;
  return Math.ceil((rate * (submit * atFull + (submit + draft) * inOverload)) / 100) + 20;
}

interface EveningRun {
  readonly attempts: readonly Attempt[];
  readonly marks: Marks;
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
  let [killedMs, backMs] = [0, 0];
  const strike = async () => {
    const beganMs = load.nowMs;
    await pause(killAtMs);
    killedMs = load.nowMs - beganMs;
    say('nemesis', 'recruitment is killed');
    await stack.kill('recruitment');
    await pause(awayMs);
    await stack.revive('recruitment');
    backMs = load.nowMs - beganMs;
    say('nemesis', `recruitment is back after ${Math.round(backMs - killedMs)} ms`);
  };
  await load.waitForTheDoor();
  say('peak', `saturation at ${rate} requests a second; the evening begins`);
  const { attempts } = await load.run(stretches, graceMs, strike);
  return { attempts, marks: { stretches: places, killedMs, backMs } };
}

function stretchOf({ stretches }: Pick<Marks, 'stretches'>, name: string): Marks['stretches'][number] {
  const found = stretches.find((stretch) => stretch.name === name);
  if (!found) throw new Error(`no stretch ${name}`);
  return found;
}

function atRest(restMs: number): Verdict {
  const found = `${(restMs / 1000).toFixed(1)} s`;
  return { what: 'nothing is on its way any more after', goal: '≤ 120 s', found, holds: restMs <= restWithinMs };
}

function everybodyCame(unwanted: number): Verdict {
  return {
    ...{ what: 'intents for which nobody was prepared', goal: 'none' },
    ...{ found: unwanted === 0 ? 'none' : String(unwanted), holds: unwanted === 0 },
  };
}

/** A generator that is late measures itself. */
function inTime(lateMs: number): Verdict {
  return {
    ...{ what: 'how late the generator sent what was due, at its 99th percentile', goal: `≤ ${latestMs} ms` },
    ...{ found: `${Math.round(lateMs)} ms`, holds: lateMs <= latestMs },
  };
}
