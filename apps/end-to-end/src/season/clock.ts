import { setTimeout as pause } from 'node:timers/promises';
import type { World } from './world.js';

export const services = ['programme', 'recruitment', 'placement', 'finance', 'assessment', 'notifications'] as const;
type Service = (typeof services)[number];

const patienceMs = 180_000;
const lookEveryMs = 25;

interface State {
  readonly now: string;
  readonly outbox: { readonly rows: number };
  readonly bus: {
    readonly ok: boolean;
    readonly reason?: string;
    readonly lagByTopic?: Readonly<Record<string, number>>;
  };
}

/** Waits until everything that was said has arrived, moves legal time, and waits again for what that brought about. */
export async function moveTo(world: World, instant: string): Promise<void> {
  await quiet(world);
  const operator = await world.as('operator');
  await operator.put('/api/clock', { now: instant });
  await quiet(world);
}

/** One minute on from wherever legal time stands. */
export async function passAMinute(world: World): Promise<void> {
  const operator = await world.as('operator');
  const { now } = await operator.get<State>(pathOf('programme'));
  await moveTo(world, new Date(new Date(now).getTime() + 60_000).toISOString());
}

/**
 * Waits until no service has anything left to tell or to hear, twice in a row: a fact that was on its way between two
 * looks shows up in the second. While some are busy only they are looked at.
 */
export async function quiet(world: World): Promise<void> {
  const operator = await world.as('operator');
  const end = Date.now() + patienceMs;
  let asked: readonly Service[] = services;
  for (let still = 0; ; await pause(lookEveryMs)) {
    const answers = asked.map(async (service) => ({ service, state: await operator.get<State>(pathOf(service)) }));
    const busy = (await Promise.all(answers)).filter(({ state }) => busyWith(state) !== null);
    still = busy.length === 0 && asked === services ? still + 1 : 0;
    if (still === 2) return;
    asked = busy.length === 0 ? services : busy.map(({ service }) => service);
    if (Date.now() < end) continue;
    const last = busy.map(({ service, state }) => `${service}: ${busyWith(state)}`).join('; ');
    throw new Error(`the system did not come to rest; last seen: ${last || 'nothing'}`);
  }
}

function pathOf(service: string): string {
  return `/api/${service}/operations/state`;
}

/** What a service is still busy with, in words; null when with nothing. */
function busyWith({ outbox, bus }: State): string | null {
  if (!bus.ok) return bus.reason ?? 'the bus is not well';
  const lag = Object.entries(bus.lagByTopic ?? {}).filter(([, count]) => count > 0);
  if (outbox.rows === 0 && lag.length === 0) return null;
  return `${outbox.rows} facts to tell; to hear ${lag.map(([topic, count]) => `${topic} ${count}`).join(', ') || 'none'}`;
}
