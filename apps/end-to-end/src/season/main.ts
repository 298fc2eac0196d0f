import { writeFileSync } from 'node:fs';
import { readOptions, stages } from './options.js';
import { Progress } from './progress.js';
import { foundation } from './steps/01-foundation.js';
import { openSeason } from './steps/02-season.js';
import { posts } from './steps/03-posts.js';
import { signUp } from './steps/04-sign-up.js';
import { exam } from './steps/05-exam.js';
import { mainRound } from './steps/06-round.js';
import { admission } from './steps/07-admission.js';
import { dispatch } from './steps/08-dispatch.js';
import { agreements } from './steps/09-agreements.js';
import type { Step } from './steps/step.js';
import { printTables } from './tables.js';
import { World } from './world.js';

const steps: readonly Step[] = [
  foundation,
  openSeason,
  posts,
  signUp,
  exam,
  mainRound,
  admission,
  dispatch,
  agreements,
];

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  const world = new World(options);
  const progress = new Progress();
  progress.say(`${options.applicants} applicants, ${world.counties.length} counties, seed ${options.seed}`);
  for (const step of steps) {
    await step.run(world, progress);
    progress.done(step.name);
    if (step.ends && stages.indexOf(step.ends) >= stages.indexOf(options.until)) break;
  }
  if (options.accounts) {
    const accounts = world.demoAccounts.map(({ login: name, ...rest }) => ({ name, ...rest }));
    writeFileSync(options.accounts, JSON.stringify({ accounts }, null, 2));
  }
  printTables(world, progress);
  return 0;
}

process.exit(await main());
