import type { Drill } from '../drill.js';
import { peace, shuffled } from './chance.js';

/** A mistake of an operator: a statement that holds what everybody needs, and takes its time. */
interface Mistake {
  readonly service: 'programme' | 'recruitment' | 'notifications';
  readonly what: string;
  readonly held: string;
}

const mistakes: readonly Mistake[] = [
  {
    service: 'recruitment',
    what: 'the table of applications',
    held: 'lock table application in access exclusive mode',
  },
  { service: 'programme', what: 'the table of accounts', held: 'lock table account in share row exclusive mode' },
  { service: 'notifications', what: 'every message', held: 'perform from message for update' },
];

/** 连接耗尽演练: whoever asks waits for a lock, each with a connection, until the pool has none left. */
export const poolDrills: readonly Drill[] = [
  {
    name: 'slow-query',
    what: 'a forgotten statement holds a table of three services, one after the other, for 12 to 20 seconds each',
    buses: ['kafka', 'embedded'],
    async strike({ databases, draw, say }) {
      for (const { service, what, held } of shuffled(mistakes, draw)) {
        await peace(draw);
        const seconds = Math.round(draw(12, 20));
        say(`a statement holds ${what} of ${service} for ${seconds} s`);
        await databases.rows(service, `do $$ begin ${held}; perform pg_sleep(${seconds}); end $$`);
      }
    },
  },
];
