import type { Databases, ServiceName } from '@xibu/end-to-end/season/invariants/databases';
import { type FactUse, factsOnThePage } from '@xibu/end-to-end/season/invariants/facts';
import type { Stack } from '@xibu/local/stack';
import { type BusConfig, openBus } from '@xibu/messaging';
import { silent } from './silent.js';

/** A fact as its service committed it, or as the bus keeps it. */
export interface Told {
  readonly id: string;
  readonly topic: string;
  readonly type: string;
  readonly key: string;
}

/** That a service has dealt with a fact. */
export interface Applied {
  readonly id: string;
  /** When the transaction began that did it: microseconds in digits of equal number, which compare as text. */
  readonly at: string;
}

/** What the stores say of every fact, from its commit to its effect. */
export interface FactLogs {
  /** Each aggregate in its order. */
  readonly committed: readonly Told[];
  /** Each partition in its order; what was published twice is there twice. */
  readonly published: readonly Told[];
  readonly applied: ReadonlyMap<ServiceName, readonly Applied[]>;
  readonly uses: readonly FactUse[];
}

/** The way to the bus of a running system, from outside. */
export function busOf(stack: Stack): BusConfig {
  return stack.bus === 'kafka'
    ? { bus: 'kafka', brokers: stack.brokers }
    : { bus: 'embedded', url: stack.databaseOf('bus') };
}

export async function readLogs(stack: Stack, databases: Databases): Promise<FactLogs> {
  const uses = factsOnThePage();
  const known = databases.known();
  const committed: Told[] = [];
  const applied = new Map<ServiceName, Applied[]>();
  for (const service of known) {
    committed.push(
      ...(await databases.rows<Told>(service, 'select fact_id::text id, topic, type, key from outbox o order by o.id')),
    );
    applied.set(
      service,
      await databases.rows<Applied>(
        service,
        `select fact_id::text id, to_char(settled_at, 'YYYYMMDDHH24MISSUS') "at" from inbox`,
      ),
    );
  }
  const topics = [...new Set(committed.map(({ topic }) => topic))];
  return { committed, published: await publishedIn(stack, topics), applied, uses };
}

async function publishedIn(stack: Stack, topics: readonly string[]): Promise<Told[]> {
  const published: Told[] = [];
  const bus = await openBus(busOf(stack), silent);
  try {
    await bus.history(topics, async (messages) => {
      for (const { topic, key, headers } of messages) {
        published.push({ id: headers['ce_id'] ?? '', topic, type: headers['ce_type'] ?? '', key: key ?? '' });
      }
    });
  } finally {
    await bus.close();
  }
  return published;
}
