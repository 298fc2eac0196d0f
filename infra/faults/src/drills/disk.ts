import { setTimeout as pause } from 'node:timers/promises';
import { whyNoDisk } from '@xibu/local/disk';
import type { Drill } from '../drill.js';
import { peace } from './chance.js';

/** Room for the databases of six services and what a drill writes. */
const diskMiB = 640;

/** 磁盘写满演练. */
export const diskDrills: readonly Drill[] = [
  {
    name: 'disk-full',
    what: 'the disk of the database is full to its last byte, twice, for 3 to 8 seconds',
    buses: ['kafka', 'embedded'],
    needs: { diskMiB },
    whyNot: whyNoDisk,
    async strike({ stack, draw, say }) {
      const disk = stack.disk();
      if (!disk) throw new Error('the database has no disk of its own');
      for (let times = 0; times < 2; times += 1) {
        await peace(draw);
        say(`${disk.fill()} MiB of ballast: the disk is full`);
        await pause(draw(3_000, 8_000));
        disk.clear();
        const began = performance.now();
        // PostgreSQL ends itself when it cannot write its log; an operator starts it again once there is room.
        await stack.revive('postgres');
        say(`there is room again; PostgreSQL is there after ${Math.round(performance.now() - began)} ms`);
      }
    },
  },
];
