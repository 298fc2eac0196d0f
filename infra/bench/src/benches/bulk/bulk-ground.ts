import type { ServiceDefinition } from '@xibu/platform';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import pg from 'pg';
import { startBenchServer } from '../../bench-server.js';
import { cpuSecondsWith } from '../../cpu-seconds.js';

export interface BulkGround {
  readonly db: TestDatabase;
  /** The superuser. */
  readonly admin: pg.Client;
  /** Rows for a second of processor time, of this process and the server together. */
  rate(rows: number, work: () => Promise<unknown>): Promise<number>;
  end(): Promise<void>;
}

type Definition = Pick<ServiceDefinition, 'name' | 'migrations' | 'tables'>;

/** The migrated database of a service in the season 2023-2024, and what `fill` puts into it. */
export async function bulkGround(
  definition: Definition,
  fill: (ground: Pick<BulkGround, 'db' | 'admin'>) => Promise<unknown>,
): Promise<BulkGround> {
  const server = await startBenchServer();
  const stops: (() => Promise<void>)[] = [() => server.stop()];
  const end = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const db = await testDatabase(definition, '2023-05-28T09:00:00+08:00');
    stops.push(() => db.close());
    const url = new URL(server.url);
    url.pathname = new URL(db.url).pathname;
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    stops.push(() => admin.end());
    await openSeason(db);
    await fill({ db, admin });
    await admin.query('vacuum analyze');
    const rate = async (rows: number, work: () => Promise<unknown>) => rows / (await cpuSecondsWith(server.pid, work));
    return { db, admin, rate, end };
  } catch (error) {
    await end();
    throw error;
  }
}
