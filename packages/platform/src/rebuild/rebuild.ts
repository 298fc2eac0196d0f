import { setTimeout as pause } from 'node:timers/promises';
import { type Bus, type Ends, groupOf, openBus, Rehearsal, type Stuck } from '@xibu/messaging';
import type pg from 'pg';
import { readConfig, type ServiceConfig } from '../config.js';
import { openLog } from '../logging.js';
import { openSource } from '../open-source.js';
import type { ServiceDefinition } from '../service-definition.js';
import { busConfig } from '../start-service.js';
import { type Comparison, compareTables } from './compare-tables.js';
import { reactionsTo } from './reactions-to.js';
import { connect } from './rows.js';
import { copiesOf } from './season-copies.js';
import { makeShadow } from './shadow.js';

export interface Rebuilding {
  readonly definition: ServiceDefinition;
  /** What the environment tells the service: its bus, and the keys of what is sealed. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Of the service's database, as a role that may make databases and reads past every policy. */
  readonly databaseUrl: string;
  /** How long to wait for a service that has not heard everything yet; 10 seconds when nothing is said. */
  readonly patienceMs?: number;
}

export interface RebuildReport {
  readonly service: string;
  /** Facts heard again. */
  readonly facts: number;
  /** Facts that operators have given up here, so that they had no effect either time. */
  readonly givenUp: number;
  /** Facts that are parked here and have not had their effect yet. */
  readonly parked: number;
  /** Facts that the service itself has not heard yet. */
  readonly behind: number;
  /** Facts that could not be heard again, though the service has heard them. */
  readonly stuck: readonly Stuck[];
  readonly comparisons: readonly Comparison[];
}

/** While somebody is at work the copies change under our hands: then all is read once more, so many times at most. */
const TRIES = 3;

/**
 * Makes the copies that a service keeps of others' data anew, from the beginning of the topics, and compares. Nothing
 * goes out: no relay runs over the shadow, no schedule, and no hook of a module is called. Rejects with `TopicTrimmed`
 * where a topic has forgotten its beginning.
 */
export async function rebuildAndCompare(rebuilding: Rebuilding): Promise<RebuildReport> {
  const { definition, variables, databaseUrl } = rebuilding;
  if (copiesOf(definition).length === 0) return nothingToCompare(definition.name);
  const config = readConfig(definition.config, variables);
  const bus = await openBus(busConfig(config), openLog(definition.name, 'error'));
  const kept = await connect(databaseUrl);
  try {
    for (let tries = 1; ; tries += 1) {
      const { report, ends } = await rebuildOnce(rebuilding, { config, bus, kept });
      if (isEmpty(report) || tries === TRIES || hasStoodStill(ends, await bus.ends(topicsOf(ends)))) return report;
    }
  } finally {
    await kept.end();
    await bus.close();
  }
}

interface Surroundings {
  readonly config: ServiceConfig;
  readonly bus: Bus;
  readonly kept: pg.Client;
}

async function rebuildOnce(
  { definition, databaseUrl, patienceMs = 10_000 }: Rebuilding,
  { config, bus, kept }: Surroundings,
): Promise<{ readonly report: RebuildReport; readonly ends: Ends }> {
  const { waiting, givenUp } = await parkedBy(kept, definition.name);
  const shadow = await makeShadow(kept, databaseUrl, definition);
  const source = await openSource(shadow.url, { tables: definition.tables, poolSize: 2 });
  const rebuilt = await connect(shadow.url);
  try {
    const copies = copiesOf(definition);
    const { reactions, transactions } = await reactionsTo(copies, { definition, config, source });
    const leftOut = new Set([...waiting, ...givenUp]);
    const rehearsal = new Rehearsal({ service: definition.name, reactions, transactions, leftOut });
    const ends = await bus.history(rehearsal.topics(), (messages) => rehearsal.hear(messages));
    const stuck = await rehearsal.finish();
    const behind = await notHeardYet(kept, definition.name, rehearsal.heard, patienceMs);
    const comparisons: Comparison[] = [];
    for (const copy of copies) comparisons.push(await compareTables(kept, rebuilt, copy));
    const counts = { facts: rehearsal.heard.length, givenUp: givenUp.length, parked: waiting.length, behind };
    return { report: { service: definition.name, ...counts, stuck, comparisons }, ends };
  } finally {
    await rebuilt.end();
    await source.destroy();
    await shadow.drop();
  }
}

/** What the service could not deal with: still waiting there, or given up with a reason. */
async function parkedBy(kept: pg.Client, service: string): Promise<{ waiting: string[]; givenUp: string[] }> {
  const { rows } = await kept.query<{ id: string; is_given_up: boolean }>(
    `select fact_id::text as id, settled_at is not null as is_given_up from parked
      where consumer = $1 and fact_id is not null and settlement is distinct from 'replayed'`,
    [groupOf(service)],
  );
  const of = (isGivenUp: boolean) => rows.filter((row) => row.is_given_up === isGivenUp).map(({ id }) => id);
  return { waiting: of(false), givenUp: of(true) };
}

/** How many of these facts the service has not heard, once it has had its time. */
async function notHeardYet(
  kept: pg.Client,
  service: string,
  ids: readonly string[],
  patienceMs: number,
): Promise<number> {
  for (const end = Date.now() + patienceMs; ; await pause(100)) {
    const { rows } = await kept.query<{ count: number }>(
      `select count(*)::int as count from unnest($1::uuid[]) told (id)
        where not exists (select from inbox where consumer = $2 and fact_id = told.id)`,
      [ids, groupOf(service)],
    );
    const count = rows[0]?.count ?? 0;
    if (count === 0 || Date.now() >= end) return count;
  }
}

/** Whether the copies are what the topics say, and the service has heard all of it. */
export function isEmpty({ parked, behind, stuck, comparisons }: RebuildReport): boolean {
  return parked + behind + stuck.length === 0 && comparisons.every(isSame);
}

export function isSame({ missing, extra, changed }: Comparison): boolean {
  return missing + extra + changed === 0;
}

function nothingToCompare(service: string): RebuildReport {
  return { service, facts: 0, givenUp: 0, parked: 0, behind: 0, stuck: [], comparisons: [] };
}

function topicsOf(ends: Ends): string[] {
  return [...new Set([...ends.keys()].map((place) => place.slice(0, place.lastIndexOf('/'))))];
}

function hasStoodStill(before: Ends, after: Ends): boolean {
  return [...after].every(([place, end]) => before.get(place) === end);
}
