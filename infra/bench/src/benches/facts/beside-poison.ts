import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../../bench.js';
import { countdown, type FactGround, openFactGround, upsert } from './fact-ground.js';

/** So many that a round takes more than a second. */
const facts = 16_000;
const factsAKey = 8;
const people = facts / factsAKey;
const poisoned = 'person-0';
const keys = Array.from({ length: facts }, (_, at) => `person-${at % people}`);

/**
 * Facts a second of everybody whom the poison has nothing to do with, those of its own partition among them. The facts
 * lie on the bus before; the clock starts with the first of them.
 */
async function listen(ground: FactGround, isPoisoned: boolean): Promise<number> {
  const counted = await ground.newFact();
  await ground.recordAll(counted, keys);
  const relay = await ground.startRelay();
  while ((await relay.lag()).rows > 0) await pause(20);
  await relay.stop();
  const others = facts - factsAKey;
  const applied = countdown(others);
  const server = await ground.listen(counted, async ({ key, data }, tx) => {
    if (isPoisoned && key === poisoned) throw new Error('this fact cannot be dealt with');
    await tx.query(upsert, [key, data.n]);
    if (key !== poisoned) applied.one();
  });
  const took = await applied.seconds();
  await server.close();
  return others / took;
}

export const besidePoison: Bench = {
  name: 'beside-poison',
  goal: 'G4.1',
  what: 'facts of everybody else beside one that cannot be dealt with',
  floor: 'the same facts, all of them sound',
  unit: 'facts/s',
  target: { least: 0.95 },
  async prepare() {
    const ground = await openFactGround();
    await listen(ground, false);
    let turn = 0;
    return {
      // Who comes first changes from round to round: the second finds tables and broker a little fuller.
      async round() {
        turn += 1;
        if (turn % 2 === 1) return { ours: await listen(ground, true), floor: await listen(ground, false) };
        const floor = await listen(ground, false);
        return { ours: await listen(ground, true), floor };
      },
      end: () => ground.end(),
    };
  },
};
