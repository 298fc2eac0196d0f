import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Actor, everywhere, type Fact, type Role, rangeOf } from '@xibu/domain';
import { record, type Tx } from '@xibu/messaging';
import { DataSource } from 'typeorm';
import { type Clock, VirtualClock } from './clock.js';
import { Database } from './database.js';
import { signToken } from './http/tokens.js';
import { migrate } from './migrator.js';
import { openSource } from './open-source.js';
import { type RebuildReport, rebuildAndCompare } from './rebuild/rebuild.js';
import { asWorkOf, inRequest, type RequestContext, serviceActor } from './request-context.js';
import { Sealing } from './sealing/sealing.js';
import type { ServiceDefinition } from './service-definition.js';
import { migrationsOf, type RunningService, startService } from './start-service.js';

/** What specs of services stand on: a real database with two roles, a clock, actors, and a started service. */
export interface TestDatabase {
  readonly source: DataSource;
  readonly database: Database;
  readonly clock: VirtualClock;
  readonly sealing: Sealing;
  readonly url: string;
  readonly ownerUrl: string;
  /** Reads or prepares as the service itself. */
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Types of the facts recorded so far, oldest first. */
  facts(): Promise<{ type: string; key: string; data: unknown }[]>;
  close(): Promise<void>;
}

const ownerRole = 'xibu_test_owner';
const applicationRole = 'xibu_test_app';
const password = 'test';
const blindIndexKey = 'a key for tests that indexes identity numbers blindly';
const fieldKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run specs through jest with the shared configuration');
  return url;
}

/** Creates an empty database owned by the test owner; `migrate` fills it. */
export async function createDatabase(
  prefix = 'test',
): Promise<{ url: string; ownerUrl: string; adminUrl: string; drop(): Promise<void> }> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  const admin = new DataSource({ type: 'postgres', url: serverUrl(), poolSize: 1 });
  await admin.initialize();
  await admin.query('select pg_advisory_lock(7201406)');
  for (const role of [ownerRole, applicationRole]) {
    const [known] = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (!known) await admin.query(`create role ${role} login password '${password}'`);
  }
  await admin.query('select pg_advisory_unlock(7201406)');
  await admin.query(`create database ${name} owner ${ownerRole}`);
  const adminUrl = new URL(serverUrl());
  adminUrl.pathname = `/${name}`;
  const as = (role: string): string => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = password;
    return url.href;
  };
  return {
    url: as(applicationRole),
    ownerUrl: as(ownerRole),
    adminUrl: adminUrl.href,
    async drop() {
      await admin.query(`drop database ${name} with (force)`);
      await admin.destroy();
    },
  };
}

/** A migrated database of a service, and what its use cases need. No Nest: specs build a use case with `new`. */
export async function testDatabase(
  definition: Pick<ServiceDefinition, 'name' | 'migrations' | 'tables'>,
  now = '2023-05-01T09:00:00+08:00',
): Promise<TestDatabase> {
  const { url, ownerUrl, drop } = await createDatabase(definition.name);
  await migrate({ ownerUrl, applicationRole }, migrationsOf(definition));
  const source = await openSource(url, { tables: definition.tables, poolSize: 10 });
  const database = new Database(source, definition.name);
  return {
    ...{ source, database, url, ownerUrl },
    clock: new VirtualClock(new Date(now)),
    sealing: new Sealing(fieldKeys, blindIndexKey),
    query: (sql, values) => database.asService((tx) => tx.query(sql, values)),
    facts: () => database.asService((tx) => tx.query('select type, key, data from outbox order by xid, id')),
    async close() {
      await source.destroy();
      await drop();
    },
  };
}

/** An actor of an office or a person; `division`, `university`, `faculty` and `unit` give the scope. */
export function actorOf(
  role: Role,
  scope: {
    account?: string;
    division?: number;
    university?: string;
    faculty?: string;
    unit?: string;
    office?: string;
  } = {},
): Actor {
  return {
    account: scope.account ?? randomUUID(),
    roles: [role],
    office: scope.office ?? (role === 'person' ? null : randomUUID()),
    officeName: role === 'person' ? null : `${role} 测试`,
    name: `测试 ${role}`,
    divisions: scope.division === undefined ? null : scope.division === 0 ? everywhere : rangeOf(scope.division),
    university: scope.university ?? null,
    faculty: scope.faculty ?? null,
    unit: scope.unit ?? null,
  };
}

/** Runs `work` as a request of this actor; `key` is its Idempotency-Key. */
export function as<T>(actor: Actor, work: () => Promise<T>, key?: { key: string; digest: string }): Promise<T> {
  const context: RequestContext = {
    ...{ actor, correlation: randomUUID(), traceparent: null, language: 'zh', action: 'test' },
    idempotency: key ? { ...key, step: 0 } : null,
  };
  return inRequest(context, work);
}

/** Runs a reaction as the bus would: as the service, in one transaction. */
export function react<T>(test: TestDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
  const context: RequestContext = {
    ...{ actor: serviceActor('test'), correlation: randomUUID(), traceparent: null },
    ...{ language: 'zh', action: 'reaction', idempotency: null },
  };
  return inRequest(context, () => test.database.transaction(work));
}

const keys = generateKeyPairSync('ed25519');
export const testPrivateKey = JSON.stringify(keys.privateKey.export({ format: 'jwk' }));
export const testPublicKey = JSON.stringify(keys.publicKey.export({ format: 'jwk' }));

export interface TestService extends RunningService {
  /** Calls the running service over HTTP as this actor; the body is parsed. */
  call<Body = unknown>(
    actor: Actor | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Body; headers: Headers }>;
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Puts facts on the bus, in this order, as if their services had told them. */
  tell(...facts: Fact[]): Promise<void>;
  /** Resolves when nothing waits in the outbox or on the bus any more. */
  quiet(): Promise<void>;
  /** Makes the copies of the service anew from what was told, and compares. */
  rebuild(): Promise<RebuildReport>;
  /** A statement in the database of the bus, behind its back. */
  onBus(sql: string): Promise<void>;
}

/** Starts a whole service on a database and an embedded bus of its own. */
export async function startTestService(
  definition: ServiceDefinition,
  variables: Readonly<Record<string, string>> = {},
): Promise<TestService> {
  const own = await createDatabase(definition.name);
  const bus = await createDatabase('bus');
  const told = {
    ...{ XIBU_PORT: '0', XIBU_DATABASE_URL: own.url, XIBU_DATABASE_OWNER_URL: own.ownerUrl, XIBU_BUS: 'embedded' },
    ...{ XIBU_BUS_URL: bus.ownerUrl, XIBU_TOKEN_PUBLIC_KEY: testPublicKey, XIBU_FIELD_KEYS: fieldKeys },
    ...{ XIBU_BLIND_INDEX_KEY: blindIndexKey, XIBU_CLOCK: 'virtual', XIBU_LOG_LEVEL: 'silent', XIBU_DOCS: 'off' },
    ...{ XIBU_CLOCK_START: '2023-05-01T09:00:00+08:00', XIBU_PUBLIC_URL: 'http://localhost:4000', ...variables },
  };
  const service = await startService(definition, told);
  const source = await openSource(own.url, { poolSize: 2 });
  const direct = new Database(source, definition.name);
  return {
    ...service,
    query: (sql, values) => direct.asService((tx) => tx.query(sql, values)),
    call: (actor, method, path, body, headers) => call(service.url, actor, { method, path, body, headers }),
    tell: (...facts) =>
      asWorkOf('test', 'tell', () => direct.asService((tx) => record(tx, new Date('2023-05-01T01:00:00Z'), ...facts))),
    quiet: () => quiet(service.url, definition.name),
    rebuild: () => rebuildAndCompare({ definition, variables: told, databaseUrl: own.adminUrl, patienceMs: 1_000 }),
    onBus: (sql) => once(bus.ownerUrl, sql),
    async stop() {
      await service.stop();
      await source.destroy();
      await own.drop();
      await bus.drop();
    },
  };
}

async function once(url: string, sql: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  await source.query(sql);
  await source.destroy();
}

interface State {
  readonly outbox: { readonly rows: number };
  readonly bus: { readonly lagByTopic?: Readonly<Record<string, number>> };
}

async function quiet(url: string, service: string): Promise<void> {
  const path = `/api/${service}/operations/state`;
  let last = '';
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await call<State>(url, actorOf('operator'), { method: 'GET', path });
    const waiting = Object.values(body.bus.lagByTopic ?? {}).reduce((sum, lag) => sum + lag, body.outbox.rows);
    if (waiting === 0) return;
    last = JSON.stringify(body);
    await pause(50);
  }
  throw new Error(`still waiting: ${last}`);
}

async function call<Body>(
  url: string,
  actor: Actor | null,
  {
    method,
    path,
    body,
    headers = {},
  }: { method: string; path: string; body?: unknown; headers?: Record<string, string> | undefined },
): Promise<{ status: number; body: Body; headers: Headers }> {
  const sent: Record<string, string> = { ...headers };
  if (actor) sent['authorization'] ??= `Bearer ${await signToken(actor, testPrivateKey, 60)}`;
  if (body !== undefined) sent['content-type'] ??= 'application/json';
  if (method === 'POST') sent['idempotency-key'] ??= randomUUID();
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: (json ? JSON.parse(text) : text) as Body, headers: answer.headers };
}

export type { Clock };
