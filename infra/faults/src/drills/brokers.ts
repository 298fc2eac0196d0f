import { setTimeout as pause } from 'node:timers/promises';
import { leadersOf } from '@xibu/messaging';
import type { Drill } from '../drill.js';
import { silent } from '../silent.js';
import { peace } from './chance.js';

/** Busy while people sign up. */
const topic = 'recruitment.application';

/** Of three brokers, whatever may happen to two. */
export const brokerDrills: readonly Drill[] = [
  {
    name: 'kill-leaders',
    what: 'of three brokers the leader of a busy partition is killed, and a second one while it is away, twice',
    buses: ['kafka'],
    needs: { brokers: 3 },
    async strike({ stack, draw, say }) {
      const { cluster } = stack;
      if (!cluster) throw new Error('the brokers are not of this machine');
      for (let times = 0; times < 2; times += 1) {
        await peace(draw);
        const [busiest] = await leadersOf({ bus: 'kafka', brokers: stack.brokers }, topic, silent);
        if (!busiest) throw new Error(`nobody leads ${topic}`);
        // Nodes are numbered from 1.
        const broker = busiest.leader - 1;
        say(`broker ${busiest.leader} is killed, which leads ${topic}/${busiest.partition}`);
        await cluster.kill(broker);
        await peace(draw);
        const second = (broker + (draw(0, 1) < 0.5 ? 1 : 2)) % 3;
        const awayMs = draw(500, 4_000);
        say(`broker ${second + 1} is killed too, for ${Math.round(awayMs)} ms`);
        await cluster.kill(second);
        await pause(awayMs);
        const began = performance.now();
        await Promise.all([cluster.restart(second), cluster.restart(broker)]);
        say(`both are back after ${Math.round(performance.now() - began)} ms`);
      }
    },
  },
];
