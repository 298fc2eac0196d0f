import { setTimeout as pause } from 'node:timers/promises';
import { season } from '@xibu/end-to-end/season/calendar';
import { quiet } from '@xibu/end-to-end/season/clock';
import { auditIsWhole } from '@xibu/end-to-end/season/invariants/audit';
import type { Databases } from '@xibu/end-to-end/season/invariants/databases';
import { factsArrive, nothingIsParked, schedulesRan } from '@xibu/end-to-end/season/invariants/facts';
import type { Draw } from '@xibu/local/draws';
import { rebuildAll } from '@xibu/local/rebuild';
import { Applicant } from './applicant.js';
import { checkers } from './checkers.js';
import type { Drill, Field } from './drill.js';
import { factCheckers } from './fact-checkers.js';
import { readLogs } from './fact-logs.js';
import type { Ground } from './ground.js';

/** People at work at once. */
const lanes = 8;
/** How long they go on after everything is whole again, to show that it is. */
const aftermathMs = 3_000;
/**
 * Facts that are on their way when everything is whole again, or were parked because what they need was late, arrive
 * within this time: a second try of a parked one comes after half a minute, a third a minute later.
 */
const restWithinMs = 120_000;

/** People sign up, something breaks and is healed, everything comes to rest, and everything is looked at. */
export async function runDrill(drill: Drill, ground: Ground, draw: Draw): Promise<string[]> {
  const { stack, history } = ground;
  let healedAt = 0;
  let over = false;
  const work = Promise.allSettled(
    Array.from({ length: lanes }, async () => {
      while (!over) await new Applicant(stack.url, ground.next().person, history).signUp(season);
    }),
  );
  try {
    await drill.strike(fieldOf(ground, draw));
    healedAt = history.now();
    await pause(aftermathMs);
  } finally {
    over = true;
  }
  const gaveUp = (await work).flatMap((lane) => (lane.status === 'rejected' ? [String(lane.reason)] : []));
  const whole = performance.now();
  await atRest(ground);
  const rest = performance.now() - whole;
  say(drill.name, `at rest ${Math.round(rest)} ms after the last answer`);
  const late = history.read().filter(({ event, at }) => event === 'unknown' && at > healedAt);
  const until = Math.max(0, ...late.map(({ at }) => at - healedAt));
  say(drill.name, `${late.length} commands had no answer after everything was whole, the last ${until} ms later`);
  const wrong = rest > restWithinMs ? [`it took ${Math.round(rest)} ms until nothing was on its way`] : [];
  return [...gaveUp, ...wrong, ...(await lookAt(ground))];
}

/** Nothing to tell, nothing to hear, and nothing parked that will be tried again by itself. */
async function atRest({ world, databases }: Ground): Promise<void> {
  const end = performance.now() + restWithinMs;
  await quiet(world);
  while (performance.now() < end && (await parked(databases)) > 0) await pause(500);
  await quiet(world);
}

async function parked(databases: Databases): Promise<number> {
  const counts = databases
    .known()
    .map((service) =>
      databases.rows<{ n: number }>(
        service,
        `select count(*)::int n from parked where settled_at is null and reason in ('failed', 'behind')`,
      ),
    );
  return (await Promise.all(counts)).reduce((sum, [row]) => sum + (row?.n ?? 0), 0);
}

async function lookAt({ stack, world, databases, history }: Ground): Promise<string[]> {
  const entries = history.read();
  const wrong: string[] = [];
  const note = (name: string, found: readonly string[]) => {
    say(found.length === 0 ? '✓' : '✗', name);
    wrong.push(...found.map((sentence) => `${name}: ${sentence}`));
  };
  for (const { name, check } of checkers) note(name, await check(entries, databases));
  const logs = await readLogs(stack, databases);
  for (const { name, check } of factCheckers) note(name, check(logs));
  for (const { name, check } of [factsArrive, nothingIsParked, schedulesRan, auditIsWhole]) {
    note(name, await check({ world, databases, folder: '' }));
  }
  note('copies can be rebuilt', await rebuildAll(stack, () => undefined));
  return wrong;
}

function fieldOf({ stack, databases }: Ground, draw: Draw): Field {
  return {
    ...{ stack, databases, draw },
    say: (sentence) => say('nemesis', sentence),
    async knockOut(part, awayMs) {
      say('nemesis', `${part} is killed for ${Math.round(awayMs)} ms`);
      await stack.kill(part);
      await pause(awayMs);
      const began = performance.now();
      await stack.revive(part);
      say('nemesis', `${part} is back after ${Math.round(performance.now() - began)} ms`);
    },
    async freeze(part, ms) {
      say('nemesis', `${part} is frozen for ${ms} ms`);
      stack.freeze(part);
      await pause(ms);
      stack.thaw(part);
    },
  };
}

export function say(who: string, sentence: string): void {
  process.stdout.write(`${who.padEnd(10)} ${sentence}\n`);
}
