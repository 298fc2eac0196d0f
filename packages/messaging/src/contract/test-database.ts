import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { messagingSchema, outboxAdoption } from '../schema.js';
import type { Transactions } from '../transactions.js';

/** The database of a service that counts: what it has counted, what it has heard. */
const tables = /* sql */ `
create table counter (key text primary key, n int not null);
create table heard (position bigint generated always as identity primary key, key text not null, n int not null);
`;

export interface TestDatabase {
  readonly url: string;
  readonly source: DataSource;
  readonly transactions: Transactions;
  close(): Promise<void>;
}

/** A database of its own on the server of this run. */
export async function createDatabase(): Promise<string> {
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `messaging_${randomBytes(6).toString('hex')}`;
  const admin = await connect(server);
  await admin.query(`create database ${name}`);
  await admin.destroy();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const url = await createDatabase();
  const source = await connect(url);
  await source.query(messagingSchema);
  await source.query(outboxAdoption);
  await source.query(tables);
  return {
    url,
    source,
    transactions: (work) => source.transaction(work),
    close: () => source.destroy(),
  };
}

export async function connect(url: string, poolSize = 10): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url, poolSize, poolErrorHandler: () => undefined }).initialize();
}
