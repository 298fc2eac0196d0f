import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { foundation } from '@xibu/end-to-end/season/steps/01-foundation';
import { openSeason } from '@xibu/end-to-end/season/steps/02-season';
import { posts } from '@xibu/end-to-end/season/steps/03-posts';
import { signUp } from '@xibu/end-to-end/season/steps/04-sign-up';
import { exam } from '@xibu/end-to-end/season/steps/05-exam';
import { mainRound } from '@xibu/end-to-end/season/steps/06-round';
import { admission } from '@xibu/end-to-end/season/steps/07-admission';
import { insurance } from '@xibu/end-to-end/season/steps/08-insurance';
import { dispatch } from '@xibu/end-to-end/season/steps/09-dispatch';
import { agreements } from '@xibu/end-to-end/season/steps/10-agreements';
import { money } from '@xibu/end-to-end/season/steps/11-money';
import { secondRegistration } from '@xibu/end-to-end/season/steps/12-second-registration';
import type { Step } from '@xibu/end-to-end/season/steps/step';
import type { Service } from '@xibu/local/stack';
import type { Stage } from '../story.js';

export const upToTheRound: readonly Step[] = [foundation, openSeason, posts, signUp, exam];
export const upToService: readonly Step[] = [
  ...[...upToTheRound, mainRound, admission, insurance, dispatch, agreements, money, secondRegistration],
];

export const both = ['kafka', 'embedded'] as const;
/** How often the work is killed. */
export const kills = 20;
/** Whatever was begun is finished within this time after the service is back, without anybody asking again. */
const finishedWithinMs = 30_000;

/** A piece of long work that can be begun, killed and looked at. */
export interface LongWork {
  readonly service: Service;
  /** Asks for it once under this key; the status of the answer, 0 when none came. */
  ask(key: string): Promise<number>;
  /** Not begun: nobody has taken the request. Begun: the service knows of it. */
  state(): Promise<'not begun' | 'begun' | 'done'>;
  /** What it came to, in words that are equal for equal bytes. */
  outcome(): Promise<string>;
}

type State = Awaited<ReturnType<LongWork['state']>>;

export interface Fate {
  /** How far it was when its service was dead. */
  readonly before: State;
  readonly afterMs: number;
  /** From the moment at which the service was ready again. */
  readonly finishedMs: number;
}

/** Long enough that some blows come when the work is over, short enough that most do not. */
const lateness = 1.1;

/** Begins the work, kills its service at a moment that the draw gives, starts it again, and lets it finish by itself. */
export async function killAndResume(work: LongWork, { stack, draw }: Stage, tookMs: number): Promise<Fate> {
  const key = randomUUID();
  const afterMs = draw(0, tookMs * lateness);
  const asked = work.ask(key);
  await pause(afterMs);
  await stack.kill(work.service);
  await asked;
  const before = await work.state();
  await stack.revive(work.service);
  // Nothing was taken: as anybody would, the office asks again, under the same key.
  if (before === 'not begun') await mustBeTaken(work, key);
  const began = performance.now();
  await until('done', work);
  return { before, afterMs, finishedMs: performance.now() - began };
}

/** How long the work takes when nobody disturbs it. */
export async function undisturbed(work: LongWork): Promise<number> {
  const began = performance.now();
  await mustBeTaken(work, randomUUID());
  await until('done', work);
  return performance.now() - began;
}

async function mustBeTaken(work: LongWork, key: string): Promise<void> {
  const status = await work.ask(key);
  if (status !== 200) throw new Error(`the work was asked for and answered with ${status}`);
}

async function until(wanted: State, work: LongWork): Promise<void> {
  const end = performance.now() + finishedWithinMs;
  for (let state = await work.state(); state !== wanted; state = await work.state()) {
    if (performance.now() > end)
      throw new Error(`the work is ${state} after ${finishedWithinMs} ms, and nobody is at it`);
    await pause(10);
  }
}

/** One request and no other: status 0 when no answer came. */
export async function askOnce(
  url: string,
  session: string,
  { path, key }: { readonly path: string; readonly key: string },
): Promise<number> {
  const headers = { 'x-xibu': 'machine', 'content-type': 'application/json', 'idempotency-key': key };
  try {
    const answer = await fetch(`${url}${path}`, {
      ...{ method: 'POST', body: '{}', headers: { ...headers, authorization: `Session ${session}` } },
      signal: AbortSignal.timeout(20_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    // No answer: the connection was refused or lost. Whether it was done is looked up.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    return 0;
  }
}
