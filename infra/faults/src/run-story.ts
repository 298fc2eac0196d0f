import { quiet } from '@xibu/end-to-end/season/clock';
import { auditIsWhole } from '@xibu/end-to-end/season/invariants/audit';
import { Databases } from '@xibu/end-to-end/season/invariants/databases';
import { factsArrive, nothingIsParked, schedulesRan } from '@xibu/end-to-end/season/invariants/facts';
import { Progress } from '@xibu/end-to-end/season/progress';
import { World } from '@xibu/end-to-end/season/world';
import { drawsOf } from '@xibu/local/draws';
import { rebuildAll } from '@xibu/local/rebuild';
import { type Stack, services } from '@xibu/local/stack';
import { type WithStack, withStack } from '@xibu/local/with-stack';
import { factCheckers } from './fact-checkers.js';
import { readLogs } from './fact-logs.js';
import { say } from './run-drill.js';
import type { Stage, Story } from './story.js';

export interface StoryWish {
  readonly seed: string;
  readonly bus: 'auto' | Stack['bus'];
  readonly port: number;
}

/** A fresh system, the season as far as the story needs it, the story, and a look at everything. Answers the violations. */
export async function runStory(story: Story, { seed, bus, port }: StoryWish): Promise<number> {
  const wanted: WithStack = {
    ...{ name: 'story', firstPort: port, bus },
    ...story.needs,
  };
  return withStack(wanted, async (stack) => {
    if (!story.buses.includes(stack.bus)) {
      say(story.name, `not run: not on the ${stack.bus} bus`);
      return 0;
    }
    say(story.name, `${story.what} (seed ${seed}, ${stack.bus} bus)`);
    const wrong = await playOn(stack, story, seed);
    for (const sentence of wrong.slice(0, 20)) say(story.name, `  ${sentence}`);
    say(story.name, `${wrong.length} violations`);
    return wrong.length;
  });
}

async function playOn(stack: Stack, story: Story, seed: string): Promise<string[]> {
  const world = new World({
    ...{ url: stack.url, applicants: story.applicants, seed, until: 'end', bootstrapKey: stack.secrets.bootstrapKey },
    ...{ verify: false, digest: false, exports: null, accounts: null },
  });
  const databases = databasesOf(stack);
  try {
    const progress = new Progress();
    for (const step of story.before) await step.run(world, progress);
    await quiet(world);
    const draw = drawsOf(`${seed}/${story.name}`);
    const stage: Stage = { stack, world, databases, draw, say: (sentence) => say(story.name, sentence) };
    const wrong = await story.play(stage);
    await quiet(world);
    return [...wrong, ...(await lookAt(stage))];
  } finally {
    await databases.close();
  }
}

export function databasesOf(stack: Stack): Databases {
  return new Databases(
    Object.fromEntries(services.map((name) => [`XIBU_${name.toUpperCase()}_DATABASE_URL`, stack.databaseOf(name)])),
  );
}

async function lookAt({ stack, world, databases }: Stage): Promise<string[]> {
  const wrong: string[] = [];
  const note = (name: string, found: readonly string[]) => {
    say(found.length === 0 ? '✓' : '✗', name);
    wrong.push(...found.map((sentence) => `${name}: ${sentence}`));
  };
  const logs = await readLogs(stack, databases);
  for (const { name, check } of factCheckers) note(name, check(logs));
  for (const { name, check } of [factsArrive, nothingIsParked, schedulesRan, auditIsWhole]) {
    note(name, await check({ world, databases, folder: '' }));
  }
  note('copies can be rebuilt', await rebuildAll(stack, () => undefined));
  return wrong;
}
