import type { Drill } from '../drill.js';
import { brokerDrills } from './brokers.js';
import { peace, shuffled } from './chance.js';
import { clockDrills } from './clock.js';
import { diskDrills } from './disk.js';
import { networkDrills } from './network.js';
import { poolDrills } from './pool.js';
import { rebalanceDrills } from './rebalances.js';

const both = ['kafka', 'embedded'] as const;

/** 演练: what may break on any evening of the year. */
export const drills: readonly Drill[] = [
  {
    name: 'kill-services',
    what: 'every service and the gateway is killed once and started again, in an order that nobody knows',
    buses: both,
    async strike({ stack, draw, knockOut }) {
      const parts = stack.parts.filter((part) => part !== 'postgres' && part !== 'broker');
      for (const part of shuffled(parts, draw)) {
        await peace(draw);
        await knockOut(part, draw(0, 2_000));
      }
    },
  },
  {
    name: 'freeze-services',
    what: 'two services that are at work are frozen for 20 seconds each and thawed',
    buses: both,
    async strike({ draw, freeze }) {
      // Nobody can answer for a gateway that is frozen itself: whatever stands in front of it must.
      for (const part of shuffled(['programme', 'recruitment', 'notifications'] as const, draw).slice(0, 2)) {
        await peace(draw);
        await freeze(part, 20_000);
      }
    },
  },
  {
    name: 'kill-database',
    what: 'PostgreSQL is shut down at once, three times, as if the power had failed',
    buses: both,
    async strike({ draw, knockOut }) {
      for (let times = 0; times < 3; times += 1) {
        await peace(draw);
        await knockOut('postgres', draw(0, 5_000));
      }
    },
  },
  {
    name: 'cut-connections',
    what: 'every connection to every database is cut, ten times',
    buses: both,
    async strike({ stack, draw, say }) {
      for (let times = 0; times < 10; times += 1) {
        await peace(draw);
        say(`${await stack.cutConnections()} connections are cut`);
      }
    },
  },
  {
    name: 'kill-broker',
    what: 'the only broker is killed, three times',
    buses: ['kafka'],
    async strike({ draw, knockOut }) {
      for (let times = 0; times < 3; times += 1) {
        await peace(draw);
        await knockOut('broker', draw(0, 5_000));
      }
    },
  },
  ...brokerDrills,
  ...rebalanceDrills,
  ...networkDrills,
  ...poolDrills,
  ...diskDrills,
  ...clockDrills,
];
