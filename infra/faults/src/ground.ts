import { join } from 'node:path';
import { at } from '@xibu/end-to-end/season/calendar';
import { moveTo } from '@xibu/end-to-end/season/clock';
import { Databases } from '@xibu/end-to-end/season/invariants/databases';
import { Progress } from '@xibu/end-to-end/season/progress';
import { foundation } from '@xibu/end-to-end/season/steps/01-foundation';
import { openSeason } from '@xibu/end-to-end/season/steps/02-season';
import { World } from '@xibu/end-to-end/season/world';
import { type Stack, services } from '@xibu/local/stack';
import { History } from './history.js';

/** What a drill is held on: a system in the first days of sign-up, and everything that looks at it. */
export interface Ground {
  readonly stack: Stack;
  readonly world: World;
  readonly databases: Databases;
  readonly history: History;
  /** The next person who has not come yet. */
  readonly next: () => World['applicants'][number];
}

export interface Extent {
  readonly seed: string;
  /** Where the history is written. */
  readonly folder: string;
  /** Who may come; the season is as large as they need it. */
  readonly people: number;
}

/** Offices, rules and windows, up to the first days of sign-up. */
export async function layGround(stack: Stack, { seed, folder, people }: Extent): Promise<Ground> {
  const world = new World({
    ...{ url: stack.url, applicants: people, seed, until: 'registration', bootstrapKey: stack.secrets.bootstrapKey },
    ...{ verify: false, digest: false, exports: null, accounts: null },
  });
  const progress = new Progress();
  for (const step of [foundation, openSeason]) await step.run(world, progress);
  await moveTo(world, at('2023-04-14'));
  const databases = new Databases(
    Object.fromEntries(services.map((name) => [`XIBU_${name.toUpperCase()}_DATABASE_URL`, stack.databaseOf(name)])),
  );
  const comers = world.applicants.values();
  const next = () => {
    const { value } = comers.next();
    if (!value) throw new Error(`more than ${people} people came`);
    return value;
  };
  return { stack, world, databases, history: new History(join(folder, 'history.jsonl')), next };
}

export async function leaveGround({ history, databases }: Ground): Promise<void> {
  history.close();
  await databases.close();
}
