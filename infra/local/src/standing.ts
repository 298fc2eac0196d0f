import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { Standing } from './rebuild.js';
import { secretsOf } from './secrets.js';

/**
 * The system of a data folder that somebody else has started: its databases at the port that follows from its first
 * one, its bus as the folder shows. Null when nobody listens there.
 */
export async function standingAt(folder: string, firstPort: number): Promise<Standing | null> {
  // The superuser of every local installation; it listens to this machine alone.
  const urlOf = (database: string): string => `postgres://postgres:xibu-local@127.0.0.1:${firstPort + 10}/${database}`;
  const data = await dataBehind(urlOf('postgres'));
  if (data === null) return null;
  // Where the server runs as another user, its data may lie in a folder of their own beside.
  if (data !== join(resolve(folder), 'postgres') && !data.startsWith(join(tmpdir(), 'xibu-'))) {
    throw new Error(
      `the server at port ${firstPort + 10} works on ${data}, not on ${folder}: name its --data or --port`,
    );
  }
  const brokers = brokersOf(folder);
  return {
    ...{ bus: brokers.length > 0 ? 'kafka' : 'embedded', brokers, secrets: secretsOf(folder) },
    databaseOf: (service) => urlOf(`xibu_${service}`),
  };
}

/** Where the data of the server lie; null when none listens. */
async function dataBehind(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory ?? null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return null;
    throw error;
  } finally {
    await client.end();
  }
}

/** As `npm start` chooses them: those that were named, else those of this folder; none for the embedded bus. */
function brokersOf(folder: string): string[] {
  const named = process.env['KAFKA_BROKERS'];
  if (named) return named.split(',');
  const file = join(folder, 'kafka', 'ports.json');
  const ports = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as number[]) : [];
  // Each broker has a port of its own, followed by that of its controller.
  return ports.filter((_, place) => place % 2 === 0).map((port) => `127.0.0.1:${port}`);
}
