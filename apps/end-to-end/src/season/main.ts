import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quiet } from './clock.js';
import { digests } from './digest.js';
import { exportRounds } from './exports.js';
import { printMoney } from './money-table.js';
import { type Options, readOptions } from './options.js';
import { Progress } from './progress.js';
import { foundation } from './steps/01-foundation.js';
import { openSeason } from './steps/02-season.js';
import { posts } from './steps/03-posts.js';
import { signUp } from './steps/04-sign-up.js';
import { exam } from './steps/05-exam.js';
import { mainRound } from './steps/06-round.js';
import { admission } from './steps/07-admission.js';
import { insurance } from './steps/08-insurance.js';
import { dispatch } from './steps/09-dispatch.js';
import { agreements } from './steps/10-agreements.js';
import { money } from './steps/11-money.js';
import { secondRegistration } from './steps/12-second-registration.js';
import { firstHalf, secondHalf } from './steps/13-months.js';
import { assessment } from './steps/14-assessment.js';
import { yearEnd } from './steps/15-year-end.js';
import type { Step } from './steps/step.js';
import { printTables } from './tables.js';
import { verify } from './verify.js';
import { World } from './world.js';

const steps: readonly Step[] = [
  ...[foundation, openSeason, posts, signUp, exam, mainRound, admission, insurance],
  ...[dispatch, agreements, money, secondRegistration, firstHalf, secondHalf, assessment, yearEnd],
];

/** Plays the year as far as asked; the exit code is 1 when something that must hold does not. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  const world = new World(options);
  const progress = new Progress();
  progress.say(`${options.applicants} applicants, ${world.counties.length} counties, seed ${options.seed}`);
  for (const step of steps) {
    await step.run(world, progress);
    progress.done(step.name);
    writeAccounts(world, options, false);
    if (step.ends === options.until) break;
  }
  writeAccounts(world, options, true);
  // Whoever disturbs the system stops here: what follows looks at a system at rest.
  progress.say('the year is played');
  await quiet(world);
  let violations = 0;
  const folder = folderOf(options);
  if (folder !== null) await exportRounds(world, folder);
  if (options.verify && folder !== null) {
    violations = await verify(world, progress, folder);
    progress.done('verification');
  }
  printTables(world, progress);
  await printMoney(process.env);
  if (options.digest) {
    for (const [what, digest] of Object.entries(await digests(world)))
      process.stdout.write(`digest ${what} ${digest}\n`);
  }
  if (options.verify) process.stdout.write(`\n${violations} violations\n`);
  return violations === 0 ? 0 : 1;
}

/** Kept up to date as people come to be known, so that a season that is still played shows them. */
function writeAccounts(world: World, { accounts: file }: Options, complete: boolean): void {
  if (file === null) return;
  const accounts = world.demoAccounts.map(({ login, password, role, officeName }) => {
    return { name: login, password, role, officeName };
  });
  writeFileSync(file, JSON.stringify({ accounts, complete }, null, 2));
}

function folderOf({ exports, verify: isVerified }: Options): string | null {
  if (exports === null) return isVerified ? mkdtempSync(join(tmpdir(), 'xibu-rounds-')) : null;
  mkdirSync(exports, { recursive: true });
  return exports;
}

process.exit(await main());
