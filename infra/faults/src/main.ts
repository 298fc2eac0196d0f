import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { at } from '@xibu/end-to-end/season/calendar';
import { moveTo } from '@xibu/end-to-end/season/clock';
import { Databases } from '@xibu/end-to-end/season/invariants/databases';
import { Progress } from '@xibu/end-to-end/season/progress';
import { foundation } from '@xibu/end-to-end/season/steps/01-foundation';
import { openSeason } from '@xibu/end-to-end/season/steps/02-season';
import { World } from '@xibu/end-to-end/season/world';
import { drawsOf } from '@xibu/local/draws';
import { type Stack, services, startStack } from '@xibu/local/stack';
import { drills } from './drills/drills.js';
import { History } from './history.js';
import { runDrill, say } from './run-drill.js';

/** Enough for every drill; the season is as large as they need it. */
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
  const unknown = positionals.find((name) => !drills.some((drill) => drill.name === name));
  if (unknown) throw new Error(`no drill ${unknown}; there are ${drills.map(({ name }) => name).join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'xibu-drill-'));
  const stack = await startStack({
    ...{ folder, firstPort: Number(values.port), clock: 'virtual', demo: false, quiet: true, logLevel: 'warn' },
    bus: values.bus as 'auto' | Stack['bus'],
  });
  let violations = 0;
  try {
    const chosen = drills.filter(
      ({ name, buses }) => buses.includes(stack.bus) && (positionals.length === 0 || positionals.includes(name)),
    );
    if (chosen.length === 0) throw new Error(`not on the ${stack.bus} bus`);
    violations = await drillAll(chosen, stack, { seed: values.seed, folder });
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(violations === 0 ? 0 : 1);
}

async function drillAll(
  chosen: typeof drills,
  stack: Stack,
  { seed, folder }: { readonly seed: string; readonly folder: string },
): Promise<number> {
  const world = await openSignUp(stack, seed);
  const databases = new Databases(
    Object.fromEntries(services.map((name) => [`XIBU_${name.toUpperCase()}_DATABASE_URL`, stack.databaseOf(name)])),
  );
  const history = new History(join(folder, 'history.jsonl'));
  const comers = world.applicants.values();
  const next = () => {
    const { value } = comers.next();
    if (!value) throw new Error(`more than ${people} people came`);
    return value;
  };
  let violations = 0;
  for (const drill of chosen) {
    say(drill.name, `${drill.what} (seed ${seed}, ${stack.bus} bus)`);
    const wrong = await runDrill(drill, { stack, world, databases, history, next }, drawsOf(`${seed}/${drill.name}`));
    for (const sentence of wrong.slice(0, 20)) say(drill.name, `  ${sentence}`);
    const submitted = history.read().filter(({ event, kind }) => event === 'ok' && kind === 'submit').length;
    say(drill.name, `${wrong.length} violations; ${submitted} submissions acknowledged so far`);
    violations += wrong.length;
  }
  history.close();
  await databases.close();
  return violations;
}

/** Offices, rules and windows, up to the first days of sign-up. */
async function openSignUp(stack: Stack, seed: string): Promise<World> {
  const world = new World({
    ...{ url: stack.url, applicants: people, seed, until: 'registration', bootstrapKey: stack.secrets.bootstrapKey },
    ...{ verify: false, digest: false, exports: null, accounts: null },
  });
  const progress = new Progress();
  for (const step of [foundation, openSeason]) await step.run(world, progress);
  await moveTo(world, at('2023-04-14'));
  return world;
}
