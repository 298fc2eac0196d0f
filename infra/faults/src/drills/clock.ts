import { setTimeout as pause } from 'node:timers/promises';
import type { Drill } from '../drill.js';
import { peace, shuffled } from './chance.js';

const clockAheadMs = 120_000;

/**
 * 时钟偏移演练: the clock of the day of one process, by which tokens end, sessions count and claims run out. Legal time
 * is simulated here; where it is not, every replica goes by the clock of its database.
 */
export const clockDrills: readonly Drill[] = [
  {
    name: 'clock-ahead',
    what: 'each process that is at work is started anew with a clock two minutes ahead, and put right after some seconds',
    buses: ['kafka', 'embedded'],
    async strike({ stack, draw, say }) {
      for (const part of shuffled(['programme', 'recruitment', 'notifications', 'gateway'] as const, draw)) {
        await peace(draw);
        say(`${part} is started two minutes ahead`);
        await stack.kill(part);
        await stack.revive(part, { clockAheadMs });
        await pause(draw(4_000, 8_000));
        await stack.kill(part);
        await stack.revive(part);
        say(`${part} goes right again`);
      }
    },
  },
];
