import { parseArgs } from 'node:util';
import { drawsOf } from '@xibu/local/draws';
import type { Stack } from '@xibu/local/stack';
import { type WithStack, withStack } from '@xibu/local/with-stack';
import type { Drill } from './drill.js';
import { drills } from './drills/drills.js';
import { stories } from './drills/stories.js';
import { layGround, leaveGround } from './ground.js';
import { runDrill, say } from './run-drill.js';
import { runStory } from './run-story.js';

/** Enough for every drill. */
const people = 6_000;

/** `npm run drill [name] [--seed N] [--bus kafka|embedded]`: the exit code is 1 when something did not hold. */
export async function main(given: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      bus: { type: 'string', default: 'auto' },
      port: { type: 'string', default: '4600' },
    },
  });
  const names = [...drills, ...stories].map(({ name }) => name);
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown) throw new Error(`no drill ${unknown}; there are ${names.join(', ')}`);
  const chosen = drills.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const { seed, bus, port } = values;
  let violations = 0;
  for (const group of groupsOf(chosen.filter(canRun))) {
    violations += await onOneStack(group, { seed, bus: bus as 'auto' | Stack['bus'], port: Number(port) });
  }
  for (const story of stories.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    violations += await runStory(story, { seed, bus: bus as 'auto' | Stack['bus'], port: Number(port) });
  }
  process.exit(violations === 0 ? 0 : 1);
}

interface Wish {
  readonly seed: string;
  readonly bus: 'auto' | Stack['bus'];
  readonly port: number;
}

function canRun({ name, whyNot }: Drill): boolean {
  const reason = whyNot?.() ?? null;
  if (reason) say(name, `not run: ${reason}`);
  return reason === null;
}

/** Drills that need the same system, together. */
function groupsOf(chosen: readonly Drill[]): Drill[][] {
  const groups = new Map<string, Drill[]>();
  for (const drill of chosen) {
    const needs = JSON.stringify(drill.needs ?? {});
    groups.set(needs, [...(groups.get(needs) ?? []), drill]);
  }
  return [...groups.values()];
}

async function onOneStack(group: readonly Drill[], { seed, bus, port }: Wish): Promise<number> {
  const wanted: WithStack = {
    ...{ name: 'drill', firstPort: port, bus },
    ...group[0]?.needs,
  };
  return withStack(wanted, async (stack, folder) => {
    for (const { name } of group.filter(({ buses }) => !buses.includes(stack.bus))) {
      say(name, `not run: there is nothing to break on the ${stack.bus} bus`);
    }
    const chosen = group.filter(({ buses }) => buses.includes(stack.bus));
    return chosen.length === 0 ? 0 : drillAll(chosen, stack, { seed, folder });
  });
}

async function drillAll(
  chosen: readonly Drill[],
  stack: Stack,
  { seed, folder }: { readonly seed: string; readonly folder: string },
): Promise<number> {
  const ground = await layGround(stack, { seed, folder, people });
  let violations = 0;
  for (const drill of chosen) {
    say(drill.name, `${drill.what} (seed ${seed}, ${stack.bus} bus)`);
    const wrong = await runDrill(drill, ground, drawsOf(`${seed}/${drill.name}`));
    for (const sentence of wrong.slice(0, 20)) say(drill.name, `  ${sentence}`);
    const submitted = ground.history.read().filter(({ event, kind }) => event === 'ok' && kind === 'submit').length;
    say(drill.name, `${wrong.length} violations; ${submitted} submissions acknowledged so far`);
    violations += wrong.length;
  }
  await leaveGround(ground);
  return violations;
}
