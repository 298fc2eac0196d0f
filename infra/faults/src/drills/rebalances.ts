import { setTimeout as pause } from 'node:timers/promises';
import type { Draw } from '@xibu/local/draws';
import type { Replica } from '@xibu/local/stack';
import type { Drill, Field } from '../drill.js';

const rebalanceEveryMs = 2_000;
const lastsMs = 60_000;
/** Hears of every account and every submission, and tells each person once. */
const service = 'notifications';

/** Replicas that come and go: whatever one has begun, another ends, and nothing is done twice. */
export const rebalanceDrills: readonly Drill[] = [
  {
    name: 'rebalances',
    what: 'of three replicas of a service one leaves every 2 s, killed or in good order, and another joins, for 60 s',
    buses: ['kafka', 'embedded'],
    async strike(field) {
      const { stack, draw, say } = field;
      const members: Replica[] = [await stack.join(service), await stack.join(service)];
      await Promise.all(members.map((member) => member.ready()));
      say('three replicas share the work');
      const counts = { killed: 0, left: 0 };
      const end = performance.now() + lastsMs;
      while (performance.now() < end) {
        const began = performance.now();
        await replaceOne(members, stack, draw, counts);
        await pause(Math.max(0, rebalanceEveryMs - (performance.now() - began)));
      }
      for (const member of members) await member.leave('SIGTERM');
      say(`${counts.killed} replicas were killed, ${counts.left} left in good order; one is there`);
    },
  },
];

async function replaceOne(
  members: Replica[],
  stack: Field['stack'],
  draw: Draw,
  counts: { killed: number; left: number },
): Promise<void> {
  // The one that has been there for longer: the other is still coming up.
  const leaving = members.shift();
  const isKilled = draw(0, 1) < 0.5;
  counts[isKilled ? 'killed' : 'left'] += 1;
  await leaving?.leave(isKilled ? 'SIGKILL' : 'SIGTERM');
  members.push(await stack.join(service));
}
