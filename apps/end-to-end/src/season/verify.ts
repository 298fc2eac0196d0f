import { auditIsWhole } from './invariants/audit.js';
import { roundsComeOutAlike, runsComeOutAlike } from './invariants/commands.js';
import { Databases } from './invariants/databases.js';
import { factsArrive, nothingIsParked, schedulesRan } from './invariants/facts.js';
import { excellentWithinAFifth } from './invariants/grades.js';
import type { Invariant } from './invariants/invariant.js';
import {
  everyMonthAccounted,
  ledgerBalances,
  moneyAddsUp,
  monthsClosed,
  noUncoveredDay,
  runsRecompute,
} from './invariants/money.js';
import { nobodyPassedOver, nobodyTwice, quotasHold, structureHolds } from './invariants/placement.js';
import { withinWindows } from './invariants/windows.js';
import type { Progress } from './progress.js';
import type { World } from './world.js';

/** In the order in which they are told. */
const invariants: readonly Invariant[] = [
  ...[nobodyTwice, quotasHold, structureHolds, nobodyPassedOver, excellentWithinAFifth],
  ...[everyMonthAccounted, ledgerBalances, moneyAddsUp, monthsClosed, runsRecompute, noUncoveredDay],
  ...[roundsComeOutAlike, runsComeOutAlike],
  ...[withinWindows, nothingIsParked, factsArrive, schedulesRan, auditIsWhole],
];

/** Looks at everything that must hold; returns the number of violations. */
export async function verify(world: World, progress: Progress, folder: string): Promise<number> {
  const databases = new Databases(process.env);
  let violations = 0;
  try {
    for (const invariant of invariants) {
      const wrong = await invariant.check({ world, databases, folder });
      violations += wrong.length;
      progress.say(`${wrong.length === 0 ? '✓' : '✗'} ${invariant.name}`);
      for (const sentence of wrong.slice(0, 10)) progress.say(`    ${sentence}`);
      if (wrong.length > 10) progress.say(`    … and ${wrong.length - 10} more`);
    }
  } finally {
    await databases.close();
  }
  return violations;
}
