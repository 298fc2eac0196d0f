import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Databases, ServiceName } from './databases.js';
import type { Invariant } from './invariant.js';

const page = join(import.meta.dirname, '..', '..', '..', '..', '..', 'infra', 'docs', 'facts.md');

/** What was told is what was heard: each fact of an outbox stands once in the inbox of each of its consumers. */
export const factsArrive: Invariant = {
  name: 'facts published = facts applied, for each consumer',
  async check({ databases }) {
    const known = databases.known();
    const inboxes = new Map<ServiceName, Set<string>>();
    for (const service of known) inboxes.set(service, await inboxOf(databases, service));
    const wrong: string[] = [];
    for (const { type, producer, consumers } of factsOnThePage()) {
      if (!known.includes(producer)) continue;
      const told = await databases.rows<{ fact_id: string }>(producer, 'select fact_id from outbox where type = $1', [
        type,
      ]);
      for (const consumer of consumers.filter((name) => known.includes(name))) {
        const heard = inboxes.get(consumer);
        const missing = told.filter(({ fact_id }) => !heard?.has(fact_id)).length;
        if (missing > 0) wrong.push(`${type}: ${missing} of ${told.length} did not arrive at ${consumer}`);
      }
    }
    return wrong;
  },
};

export const nothingIsParked: Invariant = {
  name: 'no fact is parked, none is still to be told',
  async check({ databases }) {
    const wrong: string[] = [];
    for (const service of databases.known()) {
      const parked = await databases.rows<{ type: string; detail: string; n: number }>(
        service,
        `select type, min(detail) detail, count(*)::int n from parked where settled_at is null group by 1`,
      );
      wrong.push(...parked.map(({ type, detail, n }) => `${service} parks ${n} × ${type}: ${detail}`));
      const [untold] = await databases.rows<{ n: number }>(
        service,
        'select count(*)::int n from outbox o, outbox_cursor c where (o.xid, o.id) > (c.xid, c.id)',
      );
      if (untold && untold.n > 0) wrong.push(`${service} has ${untold.n} facts to tell`);
    }
    return wrong;
  },
};

export const schedulesRan: Invariant = {
  name: 'every schedule that was due has run',
  async check({ databases }) {
    const wrong: string[] = [];
    for (const service of databases.known()) {
      const rows = await databases.rows<{ schedule: string; n: number; failure: string | null }>(
        service,
        `select schedule, count(*)::int n, min(failure) failure from schedule_tick where not done group by 1`,
      );
      wrong.push(...rows.map(({ schedule, n, failure }) => `${service}: ${schedule} failed ${n} times: ${failure}`));
    }
    return wrong;
  },
};

async function inboxOf(databases: Databases, service: ServiceName): Promise<Set<string>> {
  const rows = await databases.rows<{ fact_id: string }>(service, 'select fact_id from inbox');
  return new Set(rows.map(({ fact_id }) => fact_id));
}

export interface FactUse {
  readonly type: string;
  readonly producer: ServiceName;
  readonly consumers: readonly ServiceName[];
}

/** The generated table of facts: `| type | told by | heard by |`. */
export function factsOnThePage(): FactUse[] {
  return [...readFileSync(page, 'utf8').matchAll(/^\| `([^`]+)`\s*\| (\S+)\s*\| (.*?)\s*\|$/gm)].map(
    ([, type = '', producer = '', consumers = '']) => ({
      type,
      producer: producer as ServiceName,
      consumers: consumers.split(', ').filter((name) => name !== '–') as ServiceName[],
    }),
  );
}
