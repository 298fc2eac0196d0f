import { Refusal, rfc3339 } from '@xibu/domain';
import { Clock, RealClock, VirtualClock } from './clock.js';
import type { ServiceConfig } from './config.js';
import type { Database } from './database.js';

/** The clock that the configuration asks for; a virtual one goes on where the database says that it stood. */
export async function openClock(config: ServiceConfig, database: Database): Promise<Clock> {
  if (config.clock === 'real') return new RealClock();
  const [row]: { instant: Date }[] = await database.asService((tx) => tx.query('select instant from virtual_clock'));
  return new VirtualClock(row?.instant ?? new Date(config.clockStart));
}

/** Moves the virtual clock for good; refuses on the real one, and backwards. */
export async function moveClock(clock: Clock, to: Date, database: Database): Promise<void> {
  if (!(clock instanceof VirtualClock)) throw new Refusal('clock.not-virtual');
  if (to < clock.now()) throw new Refusal('clock.backwards', { pointer: '/now', now: rfc3339(clock.now()) });
  await database.asService((tx) =>
    tx.query(
      `insert into virtual_clock (instant) values ($1)
       on conflict (single) do update set instant = greatest(virtual_clock.instant, excluded.instant)`,
      [to],
    ),
  );
  clock.moveTo(to);
}
